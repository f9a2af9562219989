import { createTellPeople, createTellPeopleAgain } from "../people/tell-people.ts";
import { createOpenEnquiry } from "../contact/open-enquiry.ts";
import { InProgress } from "../domain/errors.ts";
import type { Due } from "../domain/ports.ts";
import { createCheckYearly } from "../in-use/check-yearly.ts";
import { createCompleteDeletion } from "../retention/delete-dossier.ts";
import { createFollowRetention } from "../retention/follow-retention.ts";
import { createNotifyOfTerm } from "../out-of-use/notify-of-term.ts";
import { createTellTermIsOver } from "../out-of-use/tell-term-is-over.ts";
import { createSideActs } from "../application/side-acts.ts";
import { TASKS } from "../application/tasks.ts";
import type { Acts } from "../application/acts.ts";
import { createDecideTask } from "../tasks/decide-task.ts";
import { createHolding } from "../hold/holding.ts";
import { createOpenStalled } from "../tasks/open-stalled.ts";
import { createPassOnDecision } from "../tasks/pass-on-decision.ts";
import { createRedeliverDecision } from "../tasks/redeliver-decision.ts";
import { createRescheduleTask } from "../tasks/reschedule-tasks.ts";
import { createFollowUpDossier } from "./follow-up-dossier.ts";
import { createFollowUpTask } from "./follow-up-task.ts";
import { createSendDigest, DIGEST_ID } from "./send-digest.ts";
import { createSweep, type Sweep } from "./sweep.ts";
import { createTellUnreadable } from "./tell-unreadable.ts";

/** The sweep over the whole process, on one set of acts; after what is due of dossiers, the digest. */
export function createFollowUp(acts: Acts, onFailure: (due: Due, error: unknown) => void): Sweep {
  const deps = { ...acts, definitions: TASKS };
  const sendDigest = createSendDigest(deps);
  const passOn = createPassOnDecision({ ...acts, sideActs: createSideActs(acts) });
  const completeDeletion = createCompleteDeletion(acts);
  const sweep = createSweep({
    ...acts,
    completeDeletion,
    followUpDossier: createFollowUpDossier({
      ...acts,
      ...createHolding(acts, TASKS),
      openEnquiry: createOpenEnquiry(acts),
      tellPeopleAgain: createTellPeopleAgain({
        ...acts,
        tellPeople: createTellPeople(deps),
      }),
      checkYearly: createCheckYearly(acts),
      tellTermIsOver: createTellTermIsOver(acts),
      followRetention: createFollowRetention({ ...acts, completeDeletion }),
    }),
    followUpTask: createFollowUpTask({
      ...deps,
      openStalled: createOpenStalled({ ...deps, reschedule: createRescheduleTask(deps) }),
      passOn,
      redeliver: createRedeliverDecision(acts),
      decideTask: createDecideTask({ ...acts, definitions: TASKS, passOn }),
      notifyOfTerm: createNotifyOfTerm(acts),
    }),
    tellUnreadable: createTellUnreadable(acts),
    onFailure,
  });
  return async (hasTime) => {
    const swept = await sweep(hasTime);
    if (!swept.isComplete) return swept;
    try {
      await sendDigest();
      return swept;
    } catch (error) {
      if (error instanceof InProgress) return swept;
      onFailure({ dossierId: DIGEST_ID }, error);
      return { ...swept, failed: swept.failed + 1 };
    }
  };
}
