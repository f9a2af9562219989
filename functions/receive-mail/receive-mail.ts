import { createHash } from "node:crypto";
import * as z from "zod";
import type { ReceivedFiles } from "../adapters/s3/received-mails.ts";
import type { Instant } from "../domain/calendar.ts";
import { isClosed } from "../domain/dossier.ts";
import { RetryLater } from "../domain/errors.ts";
import { type Actor, UNCONFIRMED } from "../domain/people.ts";
import type { Clock, Dossiers, Lines, Links, NewMails } from "../domain/ports.ts";
import type { RecordMessage } from "../dossiers/send-message.ts";
import type { LimitedAct, ScopesOf } from "../limits/limits.ts";
import type { WithinLimits } from "../limits/within-limits.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import { mailIsAutomatic } from "./mail-is-automatic.ts";
import { type ReadMail, readMail } from "./read-mail.ts";
import { noteOf, recordOnce } from "./record-mail.ts";
import { senderIsTold } from "./sender-is-told.ts";
import { receivedTexts } from "./texts.nl.ts";
import { type Dmarc, type Whose, whoseMail } from "./whose-mail.ts";

/** What SES found out about a mail. `id`: of the mail at SES, and of its object. */
export type Received = {
  id: string;
  at: Instant;
  recipients: string[];
  /** Address of the envelope, to which reports go; empty for a report. */
  returnPath: string;
  dmarc: Dmarc;
  hasVirus: boolean;
  isSpam: boolean;
};
/** What became of it. `silent`: nothing, on purpose. */
export type Outcome = "message" | "absence" | "new" | "silent" | "unreadable";
export type ReceiveMail = (received: Received) => Promise<{ outcome: Outcome; dossierId?: string }>;

type Deps = {
  files: ReceivedFiles;
  links: Pick<Links, "find">;
  dossiers: Pick<Dossiers, "find" | "findIdByReference" | "addNote">;
  lines: Pick<Lines, "findIds">;
  recordMessage: RecordMessage;
  sendMail: SendMail;
  withinLimits: WithinLimits;
  newMails: Pick<NewMails, "add">;
  site: Site;
  now: Clock;
  /** Sender of all mail of this system. */
  ownAddress: string;
};

/**
 * Takes in a mail: a message in the timeline of its dossier, and its files as documents through the same checks as
 * uploads. What is of no dossier is work of the LED team. A mail decides nothing. Only a confirmed person is told that it
 * came. The same mail twice is once. `RetryLater` where a limit is reached: the mail stays in the bucket.
 */
export function createReceiveMail(deps: Deps): ReceiveMail {
  return async (received) => {
    const raw = await deps.files.read(received.id);
    if (raw === "gone" || received.hasVirus) return { outcome: "silent" };
    const read = raw === "too-large" ? undefined : await readMail(raw);
    if (raw === "too-large" || !read)
      return within(deps, "mail-unknown", { address: received.returnPath }, () =>
        tellUnreadable(deps, received),
      );
    const { mail, facts } = ofItsWriter({ mail: read, facts: received }, Object.values(deps.site.mailboxes));
    const domain = deps.site.inboundDomain ?? "";
    const own = [deps.ownAddress, ...Object.values(deps.site.mailboxes)].map((one) => one.toLowerCase());
    const automatic = mailIsAutomatic(mail, { returnPath: facts.returnPath, own });
    const whose = automatic === "report" ? undefined : await whoseMail({ ...deps, domain }, mail, facts);
    if (automatic !== undefined)
      return automatic === "absent" && whose
        ? within(deps, "mail-received", { dossier: whose.dossier.id }, () =>
            noteAbsence(deps, facts, mail, whose),
          )
        : { outcome: "silent" };
    if (whose && !isClosed(whose.dossier))
      return within(deps, "mail-received", { dossier: whose.dossier.id }, () =>
        takeIn(deps, facts, mail, raw, whose),
      );
    if (facts.isSpam) return { outcome: "silent" };
    return within(deps, "mail-unknown", { address: mail.from.address }, () => tellNew(deps, facts, mail));
  };
}

async function within<Act extends LimitedAct>(
  { withinLimits }: Deps,
  act: Act,
  of: ScopesOf<Act>,
  perform: () => ReturnType<ReceiveMail>,
): ReturnType<ReceiveMail> {
  const result = await withinLimits(act, of, perform);
  if ("outcome" in result) return result;
  throw new RetryLater("MAILS_TOO_MANY", { act });
}

/**
 * A mail that the LED mailbox forwards is that of its writer, whom nobody confirmed: the verdict of SES is about the
 * mailbox. Otherwise it would count as a mail of this system.
 */
function ofItsWriter(came: { mail: ReadMail; facts: Received }, mailboxes: readonly string[]): typeof came {
  const { mail, facts } = came;
  const [original] = mail.forwarded;
  if (!original || !mailboxes.some((mailbox) => mailbox.toLowerCase() === mail.from.address)) return came;
  const { from, subject, header } = original;
  return {
    mail: { ...mail, from, subject, header },
    facts: { ...facts, returnPath: from.address, dmarc: "FAIL" },
  };
}

/** An id from what is the same in both copies of a mail. */
const idOf = ({ messageId, text }: ReadMail, { id }: Received): string =>
  createHash("sha256")
    .update(messageId ?? `${id}/${text}`)
    .digest("hex")
    .slice(0, 26);

/** Whoever is away says until when: only the team reads it. */
async function noteAbsence(
  { dossiers, now }: Deps,
  received: Received,
  mail: ReadMail,
  { dossier, by }: Whose,
): ReturnType<ReceiveMail> {
  const text = receivedTexts.absent(mail.text.slice(0, LONGEST_ABSENCE));
  const came = { id: idOf(mail, received), at: received.at, by: by ?? stranger(mail), text };
  await recordOnce(() => dossiers.addNote(dossier.id, noteOf(came, now)));
  return { outcome: "absence", dossierId: dossier.id };
}
const LONGEST_ABSENCE = 1000;

async function takeIn(
  { files, recordMessage, now }: Deps,
  received: Received,
  mail: ReadMail,
  raw: Uint8Array,
  { dossier, by }: Whose,
): ReturnType<ReceiveMail> {
  const id = idOf(mail, received);
  await files.keep(dossier.id, id, raw);
  // A file of somebody who is not confirmed stays in the mail as it came.
  const taken = by ? mail.files.map((file) => ({ file, by })) : [];
  for (const [place, one] of taken.entries())
    await files.takeIn({ id: `${id}${String(place).padStart(2, "0")}`, dossierId: dossier.id, ...one });
  const text = receivedTexts.message(mail, taken.length);
  const came = { id, at: received.at, by: by ?? stranger(mail), text, quoted: mail.quoted || undefined };
  const confirmTo = senderIsTold(by, received, mail);
  await recordOnce(() => recordMessage(dossier.id, { ...noteOf(came, now), to: "led-team", confirmTo }));
  await files.forget(received.id);
  return { outcome: "message", dossierId: dossier.id };
}

/** The sender as the mail names it: nobody confirmed that. */
const stranger = ({ from }: ReadMail): Actor => ({
  ...{ role: "system", id: UNCONFIRMED },
  name: receivedTexts.unconfirmed(from.name === "" ? from.address : from.name),
});

/** Only what a header of another mail may hold. */
const MESSAGE_ID = /^<[!-;=?-~]+>$/;

/** A page of the team, with a mail that leads to it. The mail as it came stays until the team is done, 30 days at most. */
async function tellNew(
  { sendMail, newMails, site }: Deps,
  received: Received,
  mail: ReadMail,
): ReturnType<ReceiveMail> {
  const id = idOf(mail, received);
  await newMails.add({
    ...{ id, received: received.id, at: received.at, from: mail.from, subject: mail.subject },
    messageId: MESSAGE_ID.exec(mail.messageId ?? "")?.[0],
    isConfirmed: received.dmarc === "PASS",
    text: receivedTexts.message({ ...mail, subject: "", files: [], leftOut: 0 }, 0),
    quoted: mail.quoted || undefined,
    files: mail.files.map(({ name }) => name || receivedTexts.unnamed),
  });
  const replyTo = z.email().safeParse(mail.from.address).data;
  await sendMail({
    key: `new/${id}`,
    template: "new-mail",
    about: { id: `received-${id}` },
    keptDays: 30,
    to: { email: site.mailboxes.ledTeam },
    ...receivedTexts.newMail(mail, received.dmarc === "PASS"),
    quote: receivedTexts.message(mail, 0).split("\n"),
    action: { label: receivedTexts.openMail, path: `/admin/mails/${id}` },
    replyTo,
  });
  return { outcome: "new" };
}

async function tellUnreadable({ sendMail, site }: Deps, { id }: Received): ReturnType<ReceiveMail> {
  await sendMail({
    ...{
      key: `unreadable/${id}`,
      template: "unreadable-mail",
      about: { id: `received-${id}` },
      keptDays: 30,
    },
    to: { email: site.mailboxes.ledTeam },
    ...receivedTexts.unreadable,
  });
  return { outcome: "unreadable" };
}
