import { addMinutes, dateOf, type Instant, toInstant } from "../domain/calendar.ts";
import { withClock } from "../domain/clocks.ts";
import type { Dossier } from "../domain/dossier.ts";
import { TELL_AGAIN_MINUTES } from "../domain/people-moves.ts";
import { type Actor, PERSON_PARTS } from "../domain/people.ts";
import type { Clock, Dossiers } from "../domain/ports.ts";
import type { Note } from "../domain/records.ts";
import type { MailRequest, SendMail, Site } from "../mail/send-mail.ts";
import type { ChangeDossier } from "./change-dossier.ts";
import { leaveToFollowUp } from "./leave-to-follow-up.ts";
import { messageTexts } from "./messages.nl.ts";

type SendDeps = {
  dossiers: Pick<Dossiers, "readWhole">;
  sendMail: SendMail;
  /** Asks the LED team to answer; returns the id of the task. */
  askForAnswer: (dossierId: string) => Promise<string | undefined>;
  site: Site;
};
type Deps = SendDeps & { dossiers: Pick<Dossiers, "addNote">; changeDossier: ChangeDossier; now: Clock };

/** `id` is the id of the form, so a form that is posted twice is one message. */
export type Message = { id: string; text: string };
export type MessageApplicant = (dossier: Dossier, by: Actor, message: Message) => Promise<void>;
export type MessageTeam = (dossier: Dossier, by: Actor, message: Message) => Promise<void>;
export type SendMessages = (dossierId: string) => Promise<void>;

const LED_MAILBOX = "led-mailbox";

/** Sends a message of the LED team to the contact and the optional second contact; a reply goes to the LED mailbox. */
export const createMessageApplicant =
  (deps: Deps): MessageApplicant =>
  ({ id, people: { contact, secondContact } }, by, message) => {
    const recipients = (secondContact ? [contact, secondContact] : [contact]).map((person) => person.id);
    return recordAndSend(deps, id, {
      ...message,
      at: toInstant(deps.now()),
      by,
      to: "applicant",
      recipients,
    });
  };

/** A message to the LED team, which a task asks to answer. */
const toLed = {
  to: "led-team",
  recipients: [LED_MAILBOX],
  asksAnswer: true,
} satisfies Partial<Note>;

/** Sends a message of the applicant to the LED team; a reply to the mail goes to the author. */
export const createMessageTeam =
  (deps: Deps): MessageTeam =>
  ({ id }, by, message) =>
    recordAndSend(deps, id, { ...message, at: toInstant(deps.now()), by, ...toLed });

export type RecordMessage = (dossierId: string, note: Note & { at: Instant }) => Promise<void>;
/** Records a message, and sends it to its recipients. */
export const createRecordMessage =
  (deps: Deps): RecordMessage =>
  (dossierId, note) =>
    recordAndSend(deps, dossierId, note);
/** Records a message that came by mail, and sends it to the LED team. */
export const createRecordReceived =
  (deps: Deps): RecordMessage =>
  (dossierId, note) =>
    recordAndSend(deps, dossierId, { ...note, ...toLed });

/** The clock comes first: follow-up sends the mails of a message that was recorded when this is interrupted. */
async function recordAndSend(deps: Deps, dossierId: string, note: Note & { at: Instant }): Promise<void> {
  const again = addMinutes(note.at, TELL_AGAIN_MINUTES);
  await deps.changeDossier(dossierId, (current) => ({
    ...current,
    clocks: withClock(current.clocks, "people", again),
  }));
  await deps.dossiers.addNote(dossierId, note);
  await leaveToFollowUp(() => createSendMessages(deps)(dossierId));
}

/**
 * Sends the mails of recorded messages that are still missing. Recipients who left the dossier get none. Messages from
 * before recipients were recorded were sent by the request that recorded them. An item that does not parse does not hold
 * up a message.
 */
export function createSendMessages({ dossiers, sendMail, askForAnswer, site }: SendDeps): SendMessages {
  return async (dossierId) => {
    const whole = await dossiers.readWhole(dossierId);
    if (!whole) return;
    const sent = new Set(whole.mails.flatMap(({ key, status }) => (status === "sending" ? [] : [key])));
    const missing = whole.notes.filter((note) => keysOf(note).some((key) => !sent.has(key)));
    const task = missing.some(({ asksAnswer }) => asksAnswer) ? await askForAnswer(dossierId) : undefined;
    for (const mail of missing.flatMap((note) => mailsOf(note, whole.dossier, task, site)))
      if (!sent.has(mail.key)) await sendMail(mail);
  };
}

const keyOf = (note: Note, recipient: string): string =>
  `message/${note.id}/${recipient === LED_MAILBOX ? "led" : recipient}`;
const keysOf = (note: Note): string[] => [
  ...(note.recipients ?? []).map((recipient) => keyOf(note, recipient)),
  ...(note.confirmTo === undefined ? [] : [confirmationKey(note, note.confirmTo)]),
];

const mailsOf = (note: Note, dossier: Dossier, task: string | undefined, site: Site): MailRequest[] =>
  (note.recipients ?? [])
    .flatMap((recipient) =>
      recipient === LED_MAILBOX
        ? toTeam(note, dossier, task, site)
        : toPerson(note, dossier, recipient, site),
    )
    .concat(confirmationOf(note, dossier));

const personOf = ({ people }: Dossier, id: string | undefined) =>
  PERSON_PARTS.map((part) => people[part]).find((person) => person?.id === id);

function toPerson(note: Note, dossier: Dossier, recipient: string, site: Site): MailRequest[] {
  const person = personOf(dossier, recipient);
  if (!person) return [];
  return [
    {
      key: keyOf(note, person.id),
      template: "message",
      about: dossier,
      to: person,
      ...messageTexts.toApplicant,
      quote: note.text.split("\n"),
      action: {
        label: messageTexts.followDossier,
        link: { kind: "status", dossierId: dossier.id },
        personId: person.id,
      },
      afterAction: [messageTexts.answer],
      replyTo: site.mailboxes.ledTeam,
    },
  ];
}

/** The key makes it at most one a day for each person (MAIL-03). */
const confirmationKey = ({ at }: Note, person: string): string => `mail-came/${dateOf(at)}/${person}`;

/** Tells a person that their mail came. The address is that of the dossier, never one that only a mail names. */
function confirmationOf(note: Note, dossier: Dossier): MailRequest[] {
  const person = personOf(dossier, note.confirmTo);
  if (!person) return [];
  return [
    {
      ...{ key: confirmationKey(note, person.id), template: "mail-came", about: dossier, to: person },
      ...messageTexts.mailCame,
      action: {
        ...{ label: messageTexts.followDossier, personId: person.id },
        link: { kind: "status", dossierId: dossier.id },
      },
    },
  ];
}

function toTeam(note: Note, dossier: Dossier, task: string | undefined, { mailboxes }: Site): MailRequest {
  const page = `/admin/dossiers/${dossier.id}`;
  return {
    key: keyOf(note, LED_MAILBOX),
    template: "message-led",
    about: dossier,
    to: { email: mailboxes.ledTeam },
    ...messageTexts.toTeam(dossier.organisation.name, note.by.name),
    quote: note.text.split("\n"),
    action: task
      ? { label: messageTexts.answerInDossier, path: `${page}/tasks/${task}` }
      : { label: messageTexts.openDossier, path: page },
    afterAction: [messageTexts.answerTeam],
    replyTo: personOf(dossier, note.by.id)?.email,
  };
}
