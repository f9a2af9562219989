import EmailReplyParser from "email-reply-parser";
import PostalMime, { type Address, type Attachment, type Email } from "postal-mime";
import { cleanLine, cleanText } from "../domain/clean-text.ts";
import { forwardedIn } from "./forwarded-in.ts";
import { textOfHtml } from "./text-of-html.ts";

/** A file that came with a mail. `content`: its bytes. */
export type AttachedFile = { name: string; contentType: string; content: Uint8Array };

/** A mail as it was received, for people to read. Nothing in it is proven: not who sent it, nor when. */
export type ReadMail = {
  /** Lower case, as the sender gave it; empty without one. */
  from: { name: string; address: string };
  /** Every address that it was sent to, in lower case. */
  to: string[];
  subject: string;
  messageId: string | undefined;
  /** What was written now. */
  text: string;
  /** What it quotes of earlier mails. */
  quoted: string;
  files: AttachedFile[];
  /** Files beyond the most that are read. */
  leftOut: number;
  /** Parts that only another program can read. */
  sealed: Sealed[];
  /** The mails that it forwards, outermost first. */
  forwarded: Forwarded[];
  /** Values of a header, by its name in lower case, first to last. */
  header: (name: string) => string[];
};
/** `signed`: an envelope of S/MIME around a mail that is signed only. */
export type Sealed = "encrypted" | "signed" | "winmail";
/** A forwarded mail: as an attachment, or within the text of the other; then its own text is empty. */
export type Forwarded = Pick<ReadMail, "from" | "subject" | "text" | "header">;

/** Characters of a text, and files of a mail, that are read. The mail as it came keeps the rest. */
export const LONGEST_TEXT = 20_000;
export const MOST_FILES = 20;
const LONGEST_LINE = 300;

const SMIME = /^application\/(x-)?pkcs7-mime$/;
const PGP = "application/pgp-encrypted";
const MESSAGE = "message/rfc822";
const isTnef = ({ mimeType, filename }: Attachment): boolean =>
  /^application\/(vnd\.)?ms-tnef$/.test(mimeType) || /^winmail\.dat$/i.test(filename ?? "");
/** A signature says nothing to a reader, and a calendar or a contact card is no document. */
const NO_DOCUMENT = /^(application\/(x-)?(pkcs7|pgp)-(signature|mime|encrypted)|text\/(calendar|x?-?vcard))$/;

/** Mails within mails that are read, and how deep. */
const MOST_FORWARDED = 3;

/**
 * Reads a mail. A mail that is no valid MIME message is read as far as possible; undefined where nothing can be read: too
 * many headers, or parts within parts without end.
 */
export async function readMail(raw: Uint8Array, depth = 0): Promise<ReadMail | undefined> {
  const mail = await PostalMime.parse(raw, {
    ...{ attachmentEncoding: "arraybuffer", maxNestingDepth: 50, forceRfc822Attachments: true },
  }).catch(() => undefined);
  if (!mail) return undefined;
  const [from] = mailboxes([mail.from ?? mail.sender ?? { name: "", address: "" }]);
  const subject = line(mail.subject);
  const text = textOf(mail);
  const inline = forwardedIn(text, subject);
  const { written, quoted } = inline ? { written: text, quoted: "" } : splitText(text);
  const header: ReadMail["header"] = (name) =>
    mail.headers.filter(({ key }) => key === name).map(({ value }) => value.trim());
  const { inner, unread } = await readInner(mail.attachments, depth);
  const files = [...mail.attachments.filter(isFile).map(fileOf), ...inner.flatMap((one) => one.files)];
  return {
    from: { name: line(from?.name), address: line(from?.address).toLowerCase() },
    to: mailboxes([...(mail.to ?? []), ...(mail.cc ?? [])]).map(({ address }) => line(address).toLowerCase()),
    subject,
    messageId: mail.messageId === undefined ? undefined : line(mail.messageId),
    text: written,
    quoted,
    files: files.slice(0, MOST_FILES),
    leftOut:
      Math.max(0, files.length - MOST_FILES) + unread + inner.reduce((sum, one) => sum + one.leftOut, 0),
    sealed: [...sealedParts(mail.attachments, header), ...inner.flatMap((one) => one.sealed)],
    forwarded: [
      ...(inline ? [{ ...inline, text: "", header: () => [] }] : []),
      ...inner.flatMap((one) => [one, ...one.forwarded]),
    ].slice(0, MOST_FORWARDED),
    header,
  };
}

/** Reads the mails that are attached. `unread`: too many, too deep, or not to be read. */
async function readInner(parts: Attachment[], depth: number) {
  const messages = parts.filter(({ mimeType }) => mimeType === MESSAGE);
  const read = depth === MOST_FORWARDED ? [] : messages.slice(0, MOST_FORWARDED);
  const mails = await Promise.all(read.map((part) => readMail(bytesOf(part), depth + 1)));
  const inner = mails.filter((one) => one !== undefined);
  return { inner, unread: messages.length - inner.length };
}

const line = (typed: string | undefined): string => cleanLine(typed ?? "").slice(0, LONGEST_LINE);

const mailboxes = (list: Address[]): { name: string; address: string }[] =>
  list.flatMap((one) =>
    "group" in one && one.group ? one.group : [{ name: one.name, address: one.address ?? "" }],
  );

/** The text part; of a mail with HTML only, its words without its form, scripts and pictures. */
const textOf = ({ text, html }: Email): string =>
  cleanText(text !== undefined && text.trim() !== "" ? text : textOfHtml(html ?? "")).slice(0, LONGEST_TEXT);

/** Characters of a line: the time to look for what is quoted grows with their square. */
const LONGEST_SPLIT = 2000;

/** Nobody loses a sentence: where everything looks quoted, everything was written. */
function splitText(text: string): { written: string; quoted: string } {
  if (text.split("\n").some(({ length }) => length > LONGEST_SPLIT))
    return { written: text.trim(), quoted: "" };
  const fragments = new EmailReplyParser().read(text).getFragments();
  const join = (hidden: boolean) =>
    fragments
      .filter((fragment) => fragment.isHidden() === hidden)
      .map((fragment) => fragment.getContent())
      .join("\n")
      .trim();
  const written = join(false);
  return written === "" ? { written: text.trim(), quoted: "" } : { written, quoted: join(true) };
}

/** A picture within the text, such as a logo in a signature, is no document. */
const isFile = (part: Attachment): boolean =>
  !NO_DOCUMENT.test(part.mimeType) &&
  part.mimeType !== MESSAGE &&
  !isTnef(part) &&
  !(part.related === true && part.disposition !== "attachment");

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);

const fileOf = (part: Attachment): AttachedFile => ({
  ...{ name: line(part.filename ?? ""), contentType: part.mimeType, content: bytesOf(part) },
});

function sealedParts(parts: Attachment[], header: ReadMail["header"]): Sealed[] {
  const isSigned = header("content-type").some((value) => /smime-type="?signed-data/i.test(value));
  const envelopes = parts.filter(({ mimeType }) => SMIME.test(mimeType) || mimeType === PGP);
  return [
    ...(envelopes.length === 0 ? [] : [isSigned ? ("signed" as const) : ("encrypted" as const)]),
    ...(parts.some(isTnef) ? (["winmail"] as const) : []),
  ];
}
