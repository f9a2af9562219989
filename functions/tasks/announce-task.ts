import { toInstant } from "../domain/calendar.ts";
import { whenDue } from "../domain/deadline.nl.ts";
import { type Dossier, laterPassOf } from "../domain/dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import type { TaskDefinition } from "../domain/task-definition.ts";
import {
  type Audience,
  isConsumerAudience,
  PARTS_OF_AUDIENCE,
  type Person,
  sideOf,
} from "../domain/people.ts";
import type { Clock } from "../domain/ports.ts";
import type { TaskContext, TaskMail } from "../domain/texts.ts";
import type { MailRequest, SendMail, Site } from "../mail/send-mail.ts";
import { reopenedBecause, reopenedWords } from "./reopened.nl.ts";
import { isFirstOfLaterPass } from "./reopened.ts";
import { workflowTexts } from "../dossiers/texts.nl.ts";
import { withReason } from "../mail/mail-with-reason.ts";

export type Announcement = {
  /** The person of the consumer who asked for the mail, when that is not the person of the task. */
  to?: Person;
  /** Number of the reminder. */
  reminder?: number;
  /** Derives the key of the mail from the usual one. A mail with a key of its own is sent in addition. */
  key?: (usual: string) => string;
};
export type AnnounceTask = (
  definition: TaskDefinition,
  task: HumanTask,
  dossier: Dossier,
  as?: Announcement,
) => Promise<void>;

type Deps = { sendMail: SendMail; site: Site; now: Clock };

/** Key of a reminder; after an extension reminders start again. */
export const reminderKey = (task: HumanTask, reminder: number): string => {
  const start = task.since === task.openedAt ? "" : `${Date.parse(task.since)}/`;
  return `reminder/${taskId(task)}/${start}${reminder}`;
};

const asUsual = (usual: string): string => usual;

/** Mails the person of the task that it is open and when it is due, first or as a reminder. */
export function createAnnounceTask({ sendMail, site, now }: Deps): AnnounceTask {
  return async (definition, task, dossier, { to, reminder, key = asUsual } = {}) => {
    const isReminder = reminder !== undefined;
    const { mail } = definition.texts.nl;
    const moment = toInstant(now());
    const about = { names: site.names, dossier, task, now: moment };
    const texts = reopened(typeof mail === "function" ? mail(about) : mail, about);
    const { subject, paragraphs, quote, replyTo } = texts;
    const due = whenDue(task, dossier, moment);
    const { afterAction, ...address } = addressed(
      task,
      dossier,
      site,
      texts.action ?? workflowTexts.openTask,
      to,
    );
    await sendMail({
      key: key(isReminder ? reminderKey(task, reminder) : `opened/${taskId(task)}`),
      template: isReminder ? `reminder-${task.kind}` : task.kind,
      about: dossier,
      subject: isReminder ? workflowTexts.reminder.subject(subject) : subject,
      paragraphs: isReminder
        ? [workflowTexts.reminder[sideOf(task.audience)](task.openedAt), ...paragraphs]
        : paragraphs,
      quote,
      replyTo,
      ...address,
      afterAction: [...(due === undefined ? [] : [workflowTexts.when(due)]), ...afterAction],
    });
  };
}

/** A consumer with a current use is first told why it is asked again. */
function reopened(mail: TaskMail, { dossier, task, now }: TaskContext): TaskMail {
  if (!isFirstOfLaterPass(dossier, task)) return mail;
  return withReason(
    { ...mail, paragraphs: [...reopenedWords(dossier, now), ...mail.paragraphs], reasonIs: reopenedBecause },
    laterPassOf(dossier)?.reason,
  );
}

/** The recipient, and the target of the button: consumers get a personal link, the LED signs in. */
function addressed(
  task: HumanTask,
  dossier: Dossier,
  site: Site,
  label: string,
  to: Person | undefined,
): Pick<MailRequest, "to" | "action"> & { afterAction: string[] } {
  const person = to ?? personOf(task.audience, dossier);
  if (person) {
    return {
      to: person,
      action: {
        label,
        link: { kind: "task", dossierId: dossier.id, taskId: taskId(task) },
        personId: person.id,
      },
      afterAction: [workflowTexts.personalLink],
    };
  }
  return {
    to: { email: mailboxOf(task.audience, site) },
    action: { label, path: `/admin/dossiers/${dossier.id}/tasks/${taskId(task)}` },
    afterAction: [workflowTexts.aboutDossier(dossier.organisation.name)],
  };
}

/** The person of the consumer who must decide; undefined for tasks of the LED. */
export function personOf(audience: Audience, dossier: Dossier): Person | undefined {
  if (!isConsumerAudience(audience)) return undefined;
  const [part] = PARTS_OF_AUDIENCE[audience];
  const person = dossier.people[part];
  if (!person) throw new GiveUp("SIGNATORY_UNKNOWN", { dossier: dossier.id });
  return person;
}

export function mailboxOf(audience: Audience, { mailboxes }: Site): string {
  if (audience === "led-dpo") return mailboxes.ledDpo;
  if (audience === "leading-official") return mailboxes.leadingOfficial;
  return mailboxes.ledTeam;
}
