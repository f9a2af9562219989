import type { ReceivedFiles } from "../adapters/s3/received-mails.ts";
import { isClosedOrWithdrawn } from "../domain/dossier.ts";
import { MailRefused } from "../domain/errors.ts";
import type { NewMail } from "../domain/new-mail.ts";
import { type Actor, UNCONFIRMED } from "../domain/people.ts";
import type { Clock, Dossiers, NewMails } from "../domain/ports.ts";
import type { RecordMessage } from "../dossiers/send-message.ts";
import type { MailRequest, SendMail } from "../mail/send-mail.ts";
import { readMail } from "./read-mail.ts";
import { noteOf, recordOnce } from "./record-mail.ts";
import { receivedTexts } from "./texts.nl.ts";
import { senderOf } from "./whose-mail.ts";

type Deps = {
  newMails: Pick<NewMails, "find" | "remove">;
  receivedFiles: ReceivedFiles;
  dossiers: Pick<Dossiers, "find" | "addNote">;
  recordReceived: RecordMessage;
  sendMail: SendMail;
  now: Clock;
};
/** `gone`: a colleague is done with it. `closed`: that dossier takes no message. `refused`: SES refuses the address. */
export type Settled = "done" | "gone" | "closed" | "refused";
export type SettleNewMail = {
  /** `isAnswered`: the dossier was opened for this mail, and nobody is asked to answer it. */
  attach: (id: string, dossierId: string, by: Actor, isAnswered?: boolean) => Promise<Settled>;
  answer: (id: string, text: string) => Promise<Settled>;
  putAside: (id: string) => Promise<Settled>;
};

/**
 * What the LED team does with a mail of no dossier. Afterwards nothing of it is left outside a dossier: the record and
 * the mail as it came are deleted. Each act is idempotent until then.
 */
export function createSettleNewMail(deps: Deps): SettleNewMail {
  const { newMails, receivedFiles, sendMail } = deps;
  const forget = async ({ id, received }: NewMail): Promise<Settled> => {
    await receivedFiles.forget(received);
    await newMails.remove(id);
    return "done";
  };
  return {
    attach: async (id, dossierId, by, isAnswered = false) => {
      const mail = await newMails.find(id);
      if (!mail) return "gone";
      const dossier = await deps.dossiers.find(dossierId);
      if (!dossier || isClosedOrWithdrawn(dossier)) return "closed";
      const count = await takeFiles(deps, mail, dossierId, by);
      const sender = mail.isConfirmed ? senderOf(dossier, mail.from.address) : undefined;
      const text = receivedTexts.attached(mail, count);
      const came = { id, at: mail.at, by: sender ?? stranger(mail), text, quoted: mail.quoted };
      const note = { ...noteOf(came, deps.now), to: "led-team" as const };
      await recordOnce(() =>
        isAnswered ? deps.dossiers.addNote(dossierId, note) : deps.recordReceived(dossierId, note),
      );
      return forget(mail);
    },

    answer: async (id, text) => {
      const mail = await newMails.find(id);
      if (!mail) return "gone";
      try {
        await sendMail(answerTo(mail, text));
      } catch (error) {
        if (error instanceof MailRefused) return "refused";
        throw error;
      }
      return forget(mail);
    },

    putAside: async (id) => {
      const mail = await newMails.find(id);
      return mail ? forget(mail) : "gone";
    },
  };
}

const answerTo = ({ id, from, subject, messageId }: NewMail, text: string): MailRequest => ({
  ...{ key: `answer/${id}`, template: "new-mail-answer", about: { id: `received-${id}` }, keptDays: 30 },
  to: { name: from.name || undefined, email: from.address },
  subject: receivedTexts.answerTo(subject),
  answers: messageId,
  paragraphs: [receivedTexts.answer],
  quote: text.split("\n"),
});

const stranger = ({ from, isConfirmed }: NewMail): Actor => {
  const name = from.name || from.address;
  return {
    ...{ role: "system", id: UNCONFIRMED },
    name: isConfirmed ? `${name} (${from.address})` : receivedTexts.unconfirmed(name),
  };
};

/** The files become documents of the dossier by the member of the team, who says that the mail belongs to it. */
async function takeFiles(
  { receivedFiles }: Deps,
  { id, received }: NewMail,
  dossierId: string,
  by: Actor,
): Promise<number> {
  const raw = await receivedFiles.read(received);
  if (typeof raw === "string") return 0;
  await receivedFiles.keep(dossierId, id, raw);
  const files = (await readMail(raw))?.files ?? [];
  for (const [place, file] of files.entries())
    await receivedFiles.takeIn({ id: `${id}${String(place).padStart(2, "0")}`, dossierId, by, file });
  return files.length;
}
