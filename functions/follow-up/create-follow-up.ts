import { createTellPeople, createTellPeopleAgain } from "../change-people/tell-people.ts";
import { createOpenEnquiry } from "../contact/open-enquiry.ts";
import type { Due } from "../domain/ports.ts";
import { createCheckYearly } from "../in-use/check-yearly.ts";
import { createCompleteDeletion } from "../keeping/delete-dossier.ts";
import { createFollowRetention } from "../keeping/follow-retention.ts";
import { createNotifyOfTerm } from "../out-of-use/notify-of-term.ts";
import { createTellTermIsOver } from "../out-of-use/tell-term-is-over.ts";
import { createSideActs } from "../side-acts.ts";
import { TASKS } from "../tasks.ts";
import type { Acts } from "../workflow/acts.ts";
import { createDecideTask } from "../workflow/decide-task.ts";
import { createPassOnDecision } from "../workflow/pass-on-decision.ts";
import { createRedeliverDecision } from "../workflow/redeliver-decision.ts";
import { createFollowUpDossier } from "./follow-up-dossier.ts";
import { createFollowUpTask } from "./follow-up-task.ts";
import { createSweep, type Sweep } from "./sweep.ts";

/** The sweep over the whole process, on one set of acts. */
export function createFollowUp(acts: Acts, onFailure: (due: Due, error: unknown) => void): Sweep {
  const passOn = createPassOnDecision({ ...acts, sideActs: createSideActs(acts) });
  const completeDeletion = createCompleteDeletion(acts);
  return createSweep({
    ...acts,
    completeDeletion,
    followUpDossier: createFollowUpDossier({
      ...acts,
      openEnquiry: createOpenEnquiry(acts),
      tellPeopleAgain: createTellPeopleAgain({
        ...acts,
        tellPeople: createTellPeople({ ...acts, definitions: TASKS }),
      }),
      checkYearly: createCheckYearly(acts),
      tellTermIsOver: createTellTermIsOver(acts),
      followRetention: createFollowRetention({ ...acts, completeDeletion }),
    }),
    followUpTask: createFollowUpTask({
      ...acts,
      definitions: TASKS,
      passOn,
      redeliver: createRedeliverDecision(acts),
      decideTask: createDecideTask({ ...acts, definitions: TASKS, passOn }),
      notifyOfTerm: createNotifyOfTerm(acts),
    }),
    onFailure,
  });
}
