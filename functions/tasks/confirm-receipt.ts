import { answersOf } from "../domain/answers-of.ts";
import { toInstant } from "../domain/calendar.ts";
import { whenDue } from "../domain/deadline.nl.ts";
import type { Dossier } from "../domain/dossier.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import { type Person, PERSON_PARTS, sideOf } from "../domain/people.ts";
import type { Clock, HumanTasks } from "../domain/ports.ts";
import type { Definitions } from "../domain/task-definition.ts";
import type { SendMail } from "../mail/send-mail.ts";
import { tellAnswers } from "../mail/tell-answers.ts";
import { receiptTexts } from "./receipt.nl.ts";

type Deps = {
  tasks: Pick<HumanTasks, "find">;
  definitions: Definitions;
  sendMail: SendMail;
  now: Clock;
};
/** `task`: the task of the LED that follows from what was sent. */
export type ConfirmReceipt = (task: HumanTask, dossier: Dossier) => Promise<void>;

/**
 * Mails the applicant who sent a form what arrived, who reads it and by when, once the LED was asked to. Idempotent: the
 * workflow repeats it with the opening of that task.
 */
export function createConfirmReceipt({ tasks, definitions, sendMail, now }: Deps): ConfirmReceipt {
  return async (task, dossier) => {
    if (task.because === undefined || sideOf(task.audience) !== "led") return;
    const sent = await tasks.find(dossier.id, task.because);
    const to = sent && senderOf(sent, dossier);
    if (!sent?.decision || !to) return;
    const { outcome, at } = sent.decision;
    const definition = definitions[sent.kind];
    const answers = answersOf(definition, sent);
    const past = definition.texts.nl.outcomes[outcome]?.past;
    if (answers.length === 0 || past === undefined) return;
    await sendMail({
      key: `received/${taskId(sent)}`,
      template: "received",
      about: dossier,
      to,
      subject: receiptTexts.subject(past),
      paragraphs: [
        receiptTexts.received(at, dossier.reference),
        receiptTexts.reader(task.audience, whenDue(task, dossier, toInstant(now()))),
        receiptTexts.answers,
        ...tellAnswers(answers),
      ],
      action: {
        label: receiptTexts.action,
        link: { kind: "status", dossierId: dossier.id },
        personId: to.id,
      },
      afterAction: [receiptTexts.after],
    });
  };
}

/** Of what somebody else sent in the applicant's name, nobody gets a receipt. */
function senderOf({ audience, decision }: HumanTask, { people }: Dossier): Person | undefined {
  if (audience !== "applicant" || decision?.by.role !== "applicant") return undefined;
  return PERSON_PARTS.map((part) => people[part]).find((person) => person?.id === decision.by.id);
}
