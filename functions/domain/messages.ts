import type { DocumentKind, StoredDocument } from "./documents.ts";
import { type HumanTask, taskId } from "./human-task.ts";
import { isOfConsumer, PERSON_PARTS } from "./people.ts";
import type { Dossier } from "./dossier.ts";
import type { Note } from "./records.ts";

type Around = { tasks: readonly HumanTask[]; notes: readonly Note[] };

/** Maximum number of messages on one task, because a decision names each of them. Later ones get the next task. */
const MOST_AT_ONCE = 50;

/** Ids of the messages that a decision was about, in one field of its form. */
export const idsOf = (messages: readonly Note[]): string => messages.map(({ id }) => id).join(" ");

const isOfMessages = ({ kind }: HumanTask): boolean => kind === "AnswerMessage";
const inOrder = (one: Note, other: Note): number =>
  one.at.localeCompare(other.at) || one.id.localeCompare(other.id);

/** A decision of a program may name no messages: it is about every message before it. */
function isAbout({ decision, closedAt }: HumanTask, message: Note): boolean {
  const named = decision?.fields["messages"];
  const until = decision?.at ?? closedAt;
  return typeof named === "string"
    ? named.split(" ").includes(message.id)
    : until !== undefined && message.at <= until;
}

/** The messages to the LED team that nobody answered or put aside, oldest first. */
export function unanswered({ tasks, notes }: Around): Note[] {
  const done = tasks.filter((task) => isOfMessages(task) && task.status !== "open");
  return notes
    .filter((note) => note.asksAnswer && !done.some((task) => isAbout(task, note)))
    .toSorted(inOrder)
    .slice(0, MOST_AT_ONCE);
}

/** The messages that a task asks, or asked, to answer, oldest first. */
export const messagesOf = (task: HumanTask, around: Around): Note[] =>
  task.status === "open"
    ? unanswered(around)
    : around.notes
        .filter((note) => note.asksAnswer && isAbout(task, note) && !isOfEarlier(note, task, around))
        .toSorted(inOrder);

const isOfEarlier = (note: Note, task: HumanTask, { tasks }: Around): boolean =>
  tasks.some(
    (other) =>
      isOfMessages(other) &&
      taskId(other) !== taskId(task) &&
      other.status !== "open" &&
      other.openedAt < task.openedAt &&
      isAbout(other, note),
  );

/** The files that came with a message by mail: their ids begin with its id (receive-mail.ts). */
export const filesOf = (message: Note, documents: readonly StoredDocument[]): StoredDocument[] =>
  documents.filter(({ id, taskId: task }) => task === undefined && id.startsWith(message.id));

/** The message that a file came with. */
export const messageOf = ({ id, taskId: task }: StoredDocument, notes: readonly Note[]): Note | undefined =>
  task === undefined ? notes.find(({ id: note, to }) => to === "led-team" && id.startsWith(note)) : undefined;

/** Whether a task has this file already, as this kind of document. */
export const isTakenOver = (
  { id }: StoredDocument,
  place: { taskId: string; kind: DocumentKind },
  documents: readonly StoredDocument[],
): boolean =>
  documents.some(
    ({ takenFrom, taskId: task, kind, removed }) =>
      !removed && takenFrom?.document === id && task === place.taskId && kind === place.kind,
  );

/** Messages of people of the consumer that the team can act on, on their behalf. Latest first. */
export const sourcesIn = ({ notes }: Pick<Around, "notes">): Note[] =>
  notes
    .filter(({ asksAnswer, by }) => asksAnswer && isOfConsumer(by))
    .toSorted((one, other) => inOrder(other, one));

/** The open task to answer messages. */
export const answerTaskIn = ({ tasks }: Pick<Around, "tasks">): HumanTask | undefined =>
  tasks.find((task) => isOfMessages(task) && task.status === "open");

/**
 * Ids of the persons who get an answer: each sender who is still a person of the dossier. Both contacts get it where one
 * of them wrote, and where a sender is unknown. It never goes to an address that only a mail names.
 */
export function answeredTo({ people }: Pick<Dossier, "people">, messages: readonly Note[]): string[] {
  const known = PERSON_PARTS.flatMap((part) => people[part]?.id ?? []);
  const contacts = [people.contact, people.secondContact].flatMap((person) => person?.id ?? []);
  const senders = messages
    .filter(({ by }) => isOfConsumer(by) && known.includes(by.id))
    .map(({ by }) => by.id);
  const isOfContacts =
    senders.length === 0 || senders.length < messages.length || senders.some((id) => contacts.includes(id));
  return [...new Set([...(isOfContacts ? contacts : []), ...senders])];
}
