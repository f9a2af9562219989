import * as z from "zod";
import { toInstant } from "../domain/calendar.ts";
import { withoutClock } from "../domain/clocks.ts";
import type { Dossier } from "../domain/dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import { longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { type Decision, taskId } from "../domain/human-task.ts";
import type { Clock, Dossiers } from "../domain/ports.ts";
import type { SendMail } from "../mail/send-mail.ts";
import { type ChangeDossier, findDossier } from "../dossiers/change-dossier.ts";
import type { CloseDossier } from "../dossiers/close-dossier.ts";
import type { SideAct } from "../tasks/pass-on-decision.ts";
import { type LaunchExecution, withNextRun } from "../executions/start-execution.ts";
import { contactTexts } from "./texts.nl.ts";

const Answered = z.object({ answer: longText() });

/** A side task: an enquiry has no execution, so its own act follows the decision. */
export const answerEnquiry = defineTask({
  kind: "AnswerEnquiry",
  stage: "CONTACT",
  audience: "led-team",
  outcomes: { answered: Answered, "start-onboarding": z.object({}) },
  texts: { nl: contactTexts.answerEnquiry },
});

type Deps = {
  dossiers: Dossiers;
  changeDossier: ChangeDossier;
  closeDossier: CloseDossier;
  launch: LaunchExecution;
  sendMail: SendMail;
  now: Clock;
};

/** Acts on the decision: the answer goes to the asker and the dossier closes, or the enquiry becomes an onboarding. */
export function createAnswerEnquiryAct(deps: Deps): SideAct {
  return async (task) => {
    const { decision, dossierId } = task;
    if (!decision) throw new GiveUp("TASK_NOT_DECIDED", { dossier: dossierId, task: taskId(task) });
    const dossier = await findDossier(deps.dossiers, dossierId);
    await (decision.outcome === "start-onboarding"
      ? startOnboarding(deps, dossier)
      : sendAnswer(deps, dossier, decision));
  };
}

async function sendAnswer(deps: Deps, dossier: Dossier, { fields, by }: Decision): Promise<void> {
  const { answer } = Answered.parse(fields);
  await deps.sendMail({
    key: "answer",
    template: "AnswerEnquiry-answered",
    about: dossier,
    to: dossier.people.contact,
    ...contactTexts.answer,
    quote: answer.split("\n"),
  });
  await deps.closeDossier(dossier.id, { outcome: "answered", reason: answer, by });
}

/** A note keeps the question in the record; the dossier of an onboarding has no question. */
async function startOnboarding({ changeDossier, launch, now }: Deps, { id }: Dossier): Promise<void> {
  const dossier = await changeDossier(id, (current) => {
    if (current.status !== "ENQUIRY" || current.request.closing) return undefined;
    const clocks = withoutClock(current.clocks, "enquiry");
    return withNextRun(
      { ...current, status: "ONBOARDING", request: {}, clocks },
      "CONTACT",
      toInstant(now()),
    );
  });
  await launch(dossier);
}
