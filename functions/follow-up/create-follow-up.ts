import { createOpenEnquiry } from "../contact/open-enquiry.ts";
import type { Due } from "../domain/ports.ts";
import { createSideActs } from "../side-acts.ts";
import { TASKS } from "../tasks.ts";
import type { Acts } from "../workflow/acts.ts";
import { createHolding } from "../workflow/holding.ts";
import { createOpenStalled } from "../workflow/open-stalled.ts";
import { createPassOnDecision } from "../workflow/pass-on-decision.ts";
import { createRedeliverDecision } from "../workflow/redeliver-decision.ts";
import { createRescheduleTask } from "../workflow/reschedule-tasks.ts";
import { createFollowUpDossier } from "./follow-up-dossier.ts";
import { createFollowUpTask } from "./follow-up-task.ts";
import { createSendDigest, DIGEST_ID } from "./send-digest.ts";
import { createSweep, type Sweep } from "./sweep.ts";

/** The sweep over the whole process, on one set of acts; after what is due of dossiers, the digest. */
export function createFollowUp(acts: Acts, onFailure: (due: Due, error: unknown) => void): Sweep {
  const deps = { ...acts, definitions: TASKS };
  const sendDigest = createSendDigest(deps);
  const sweep = createSweep({
    ...acts,
    followUpDossier: createFollowUpDossier({
      ...acts,
      openEnquiry: createOpenEnquiry(acts),
      ...createHolding(acts, TASKS),
    }),
    followUpTask: createFollowUpTask({
      ...deps,
      openStalled: createOpenStalled({ ...deps, reschedule: createRescheduleTask(deps) }),
      passOn: createPassOnDecision({ ...acts, sideActs: createSideActs(acts) }),
      redeliver: createRedeliverDecision(acts),
    }),
    onFailure,
  });
  return async (hasTime) => {
    const swept = await sweep(hasTime);
    if (!swept.isComplete) return swept;
    try {
      await sendDigest();
      return swept;
    } catch (error) {
      onFailure({ dossierId: DIGEST_ID }, error);
      return { ...swept, failed: swept.failed + 1 };
    }
  };
}
