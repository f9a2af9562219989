import { toInstant } from "../domain/calendar.ts";
import { whenDue } from "../domain/deadline.nl.ts";
import { type Dossier, laterPassOf } from "../domain/dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import type { TaskDefinition } from "../domain/task-definition.ts";
import { type Audience, type Person, sideOf } from "../domain/people.ts";
import type { Clock } from "../domain/ports.ts";
import type { TaskContext, TaskMail } from "../domain/texts.ts";
import type { MailRequest, SendMail, Site } from "../mail/send-mail.ts";
import { reopenedBecause, reopenedWords } from "./reopened.nl.ts";
import { isFirstOfLaterPass } from "./reopened.ts";
import { workflowTexts } from "../dossiers/texts.nl.ts";
import { withReason } from "../mail/mail-with-reason.ts";

export type Announcement = {
  /** Who of the consumer asked for it, when that is not the person whose turn it is. */
  to?: Person;
  /** As the reminder with this number. */
  reminder?: number;
  /** Key of the mail, from its usual one: a mail with a key of its own is sent beside the usual one. */
  key?: (usual: string) => string;
};
export type AnnounceTask = (
  definition: TaskDefinition,
  task: HumanTask,
  dossier: Dossier,
  as?: Announcement,
) => Promise<void>;

type Deps = { sendMail: SendMail; site: Site; now: Clock };

/** Which reminder of a task it is; one that got more time is reminded anew. */
export const reminderKey = (task: HumanTask, reminder: number): string => {
  const start = task.since === task.openedAt ? "" : `${Date.parse(task.since)}/`;
  return `reminder/${taskId(task)}/${start}${reminder}`;
};

const asUsual = (usual: string): string => usual;

/** Tells whose turn it is and by when: the first time, or as a reminder. */
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

/** Who uses the LED already is first told why it is asked something anew. */
function reopened(mail: TaskMail, { dossier, task, now }: TaskContext): TaskMail {
  if (!isFirstOfLaterPass(dossier, task)) return mail;
  return withReason(
    { ...mail, paragraphs: [...reopenedWords(dossier, now), ...mail.paragraphs], reasonIs: reopenedBecause },
    laterPassOf(dossier)?.reason,
  );
}

/** Who gets the mail, and where its button leads: consumers get a link of their own, the LED signs in. */
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

/** The person of the consumer that a task waits for; undefined for tasks of the LED. */
export function personOf(audience: Audience, dossier: Dossier): Person | undefined {
  if (audience === "applicant") return dossier.people.contact;
  if (audience !== "signatory") return undefined;
  if (!dossier.people.signatory) throw new GiveUp("SIGNATORY_UNKNOWN", { dossier: dossier.id });
  return dossier.people.signatory;
}

export function mailboxOf(audience: Audience, { mailboxes }: Site): string {
  if (audience === "led-dpo") return mailboxes.ledDpo;
  if (audience === "leading-official") return mailboxes.leadingOfficial;
  return mailboxes.ledTeam;
}
