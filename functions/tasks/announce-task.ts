import { answersOf } from "../domain/answers-of.ts";
import { toInstant } from "../domain/calendar.ts";
import { whenDue } from "../domain/deadline.nl.ts";
import { type Dossier, laterPassOf } from "../domain/dossier.ts";
import { Conflict, GiveUp } from "../domain/errors.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import { timesOf } from "../domain/task-times.ts";
import { type Definitions, remindersOf, type TaskDefinition } from "../domain/task-definition.ts";
import {
  type Audience,
  isConsumerAudience,
  isOfConsumer,
  PARTS_OF_AUDIENCE,
  type Person,
  sideOf,
} from "../domain/people.ts";
import type { Clock, HumanTasks } from "../domain/ports.ts";
import type { Paragraph, TaskContext, TaskMail } from "../domain/texts.ts";
import type { MailRequest, SendMail, Site } from "../mail/send-mail.ts";
import { nameOfPass, reopenedBecause, reopenedWords } from "./reopened.nl.ts";
import { isFirstOfLaterPass } from "./reopened.ts";
import { workflowTexts } from "../dossiers/texts.nl.ts";
import { tellAnswers } from "../mail/tell-answers.ts";

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

type Deps = {
  tasks: Pick<HumanTasks, "find" | "reschedule">;
  definitions: Definitions;
  sendMail: SendMail;
  site: Site;
  now: Clock;
};

/** Key of a reminder; after an extension reminders start again. */
export const reminderKey = (task: HumanTask, reminder: number): string => {
  const start = task.since === task.openedAt ? "" : `${Date.parse(task.since)}/`;
  return `reminder/${taskId(task)}/${start}${reminder}`;
};

const asUsual = (usual: string): string => usual;

/** Mails the person of the task that it is open and when it is due, first or as a reminder. */
export function createAnnounceTask(deps: Deps): AnnounceTask {
  const { sendMail, site, now } = deps;
  return async (definition, task, dossier, { to, reminder, key = asUsual } = {}) => {
    const { mail } = definition.texts.nl;
    const about = { names: site.names, dossier, task, now: toInstant(now()), reminder };
    const texts = typeof mail === "function" ? mail(about) : mail;
    const label = texts.action ?? workflowTexts.openTask;
    const { afterAction, ...address } = addressed(task, dossier, site, label, to);
    await sendMail({
      key: key(reminder === undefined ? `opened/${taskId(task)}` : reminderKey(task, reminder)),
      template: reminder === undefined ? task.kind : `reminder-${task.kind}`,
      about: dossier,
      subject: subjectOf(texts, definition, about),
      paragraphs: [
        ...(reminder === undefined
          ? []
          : [workflowTexts.reminder[sideOf(task.audience)](task.openedAt, dossier.organisation.name)]),
        ...reopened(about),
        ...texts.why,
        ...(await toldBefore(deps, task)),
        ...texts.what,
      ],
      replyTo: texts.replyTo,
      ifRefused: () => standStill(deps, definition, task, dossier),
      ...address,
      afterAction: [workflowTexts.when(whenDue(task, dossier, about.now), texts.ifNot), ...afterAction],
    });
  };
}

/** Nobody was asked, so the time of the task stands still. */
async function standStill(
  { tasks, now }: Deps,
  definition: TaskDefinition,
  task: HumanTask,
  dossier: Dossier,
) {
  const unreached = { ...task, unreached: task.unreached ?? toInstant(now()) };
  await tasks
    .reschedule(task, { ...unreached, ...timesOf(definition, unreached, { dossier, tasks: [] }) }, dossier)
    .catch((error: unknown) => {
      // It was decided, or its times changed, in the meantime.
      if (!(error instanceof Conflict)) throw error;
    });
}

/** The LED reads its mailboxes by deadline; a reminder says which one it is. */
function subjectOf(
  mail: TaskMail,
  definition: TaskDefinition,
  { dossier, task, reminder }: TaskContext,
): string {
  const pass = nameOfPass(dossier, task);
  const title = pass === undefined ? mail.subject : `${mail.subject} (${pass})`;
  const subject =
    sideOf(task.audience) === "led" && task.deadline !== undefined
      ? workflowTexts.withDeadline(title, task.deadline)
      : title;
  const { length } = remindersOf(definition.reminders).days;
  return reminder === undefined ? subject : workflowTexts.reminder.subject(subject, reminder, length);
}

/** A consumer with a current use is first told why it is asked again. */
function reopened({ dossier, task, now }: TaskContext): Paragraph[] {
  if (!isFirstOfLaterPass(dossier, task)) return [];
  const reason = laterPassOf(dossier)?.reason;
  return [
    ...reopenedWords(dossier, now),
    ...(reason ? [reopenedBecause, { quote: reason.split("\n") }] : []),
  ];
}

/**
 * What the previous party wrote for this reader. A mail to the consumer holds no text of another person of the consumer
 * (mail-with-reason.ts).
 */
async function toldBefore({ tasks, definitions }: Deps, task: HumanTask): Promise<Paragraph[]> {
  const before = task.because === undefined ? undefined : await tasks.find(task.dossierId, task.because);
  if (!before?.decision) return [];
  if (sideOf(task.audience) === "consumer" && isOfConsumer(before.decision.by)) return [];
  const definition = definitions[before.kind];
  return tellAnswers(answersOf(definition, before, definition.tells));
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
    afterAction: [],
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
