import { withoutClock } from "../domain/clocks.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Dossiers } from "../domain/ports.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import type { OpenSideTask } from "../tasks/open-task.ts";
import { answerEnquiry } from "./answer-enquiry.ts";
import { otherDossiersOf } from "./other-dossiers.ts";
import { enquiryMail } from "./texts.nl.ts";

type Deps = { dossiers: Dossiers; openTask: OpenSideTask<"web">; changeDossier: ChangeDossier };
export type OpenEnquiry = (dossier: Dossier) => Promise<void>;

/**
 * Asks the LED team to answer a question: opens the task, and mails the question with reply-to the asker. Idempotent;
 * follow-up repeats it until the clock is cleared.
 */
export function createOpenEnquiry({ dossiers, openTask, changeDossier }: Deps): OpenEnquiry {
  return async (dossier) => {
    if (dossier.status === "ENQUIRY" && !dossier.request.closing) {
      const others = await otherDossiersOf(dossiers, dossier);
      const texts = { ...answerEnquiry.texts.nl, mail: enquiryMail({ dossier, others }) };
      await openTask({ ...answerEnquiry, texts: { nl: texts } }, dossier, {});
    }
    await changeDossier(dossier.id, (current) =>
      "enquiry" in current.clocks
        ? { ...current, clocks: withoutClock(current.clocks, "enquiry") }
        : undefined,
    );
  };
}
