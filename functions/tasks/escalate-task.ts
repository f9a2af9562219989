import type { Clock } from "../domain/ports.ts";
import { toInstant } from "../domain/calendar.ts";
import { whenDue } from "../domain/deadline.nl.ts";
import type { Dossier } from "../domain/dossier.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import { type TaskDefinition, remindersOf } from "../domain/task-definition.ts";
import { sideOf } from "../domain/people.ts";
import type { SendMail } from "../mail/send-mail.ts";
import { personOf, reminderKey } from "./announce-task.ts";
import { workflowTexts } from "../dossiers/texts.nl.ts";

/** Days after which the second contact is notified too. */
const ESCALATES_AFTER_DAYS = 21;

export type EscalateTask = (
  definition: TaskDefinition,
  task: HumanTask,
  dossier: Dossier,
  reminder: number,
) => Promise<void>;

/**
 * Notifies the second contact of the consumer, with a personal link, of a task that has waited for long, with reminder
 * number `reminder` when that is late enough. The second contact can do the applicant's tasks, but can only ask for a
 * signature.
 */
export function createEscalateTask({ sendMail, now }: { sendMail: SendMail; now: Clock }): EscalateTask {
  return async (definition, task, dossier, reminder) => {
    const { secondContact } = dossier.people;
    const day = remindersOf(definition.reminders).days[reminder - 1] ?? 0;
    if (!secondContact || sideOf(task.audience) !== "consumer" || day < ESCALATES_AFTER_DAYS) return;
    const isOwn = task.audience === "applicant";
    const { name } = personOf(task.audience, dossier) ?? dossier.people.contact;
    const texts = workflowTexts.escalation;
    await sendMail({
      key: `${reminderKey(task, reminder)}/second`,
      template: `escalation-${task.kind}`,
      about: dossier,
      to: secondContact,
      subject: texts.subject,
      paragraphs: [
        texts.asked(name, definition.texts.nl.title, task.since),
        isOwn ? texts.doIt : texts.askForIt,
      ],
      action: {
        label: isOwn ? workflowTexts.openTask : workflowTexts.followDossier,
        link: isOwn
          ? { kind: "task", dossierId: dossier.id, taskId: taskId(task) }
          : { kind: "status", dossierId: dossier.id },
        personId: secondContact.id,
      },
      afterAction: [whenDue(task, dossier, toInstant(now())) ?? [], workflowTexts.personalLink].flat(),
    });
  };
}
