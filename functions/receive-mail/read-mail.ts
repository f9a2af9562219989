import EmailReplyParser from "email-reply-parser";
import PostalMime, { type Address, type Attachment, type Email } from "postal-mime";
import { cleanLine, cleanText } from "../domain/clean-text.ts";
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
  /** Values of a header, by its name in lower case, first to last. */
  header: (name: string) => string[];
};
export type Sealed = "encrypted" | "winmail";

/** Characters of a text, and files of a mail, that are read. The mail as it came keeps the rest. */
export const LONGEST_TEXT = 20_000;
export const MOST_FILES = 20;
const LONGEST_LINE = 300;

const SMIME = /^application\/(x-)?pkcs7-mime$/;
const PGP = "application/pgp-encrypted";
const TNEF = /^application\/(vnd\.)?ms-tnef$/;
/** A signature says nothing to a reader, and a calendar or a contact card is no document. */
const NO_DOCUMENT = /^(application\/(x-)?(pkcs7|pgp)-(signature|mime|encrypted)|text\/(calendar|x?-?vcard))$/;

/**
 * Reads a mail. A mail that is no valid MIME message is read as far as possible; undefined where nothing can be read: too
 * many headers, or parts within parts without end.
 */
export async function readMail(raw: Uint8Array): Promise<ReadMail | undefined> {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: "arraybuffer", maxNestingDepth: 50 }).catch(
    () => undefined,
  );
  if (!mail) return undefined;
  const [from] = mailboxes([mail.from ?? mail.sender ?? { name: "", address: "" }]);
  const { written, quoted } = splitText(textOf(mail));
  const files = mail.attachments.filter(isFile).map(fileOf);
  return {
    from: { name: line(from?.name), address: line(from?.address).toLowerCase() },
    to: mailboxes([...(mail.to ?? []), ...(mail.cc ?? [])]).map(({ address }) => line(address).toLowerCase()),
    subject: line(mail.subject),
    messageId: mail.messageId === undefined ? undefined : line(mail.messageId),
    text: written,
    quoted,
    files: files.slice(0, MOST_FILES),
    leftOut: Math.max(0, files.length - MOST_FILES),
    sealed: sealedParts(mail.attachments),
    header: (name) => mail.headers.filter(({ key }) => key === name).map(({ value }) => value.trim()),
  };
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
const isFile = ({ mimeType, related, disposition }: Attachment): boolean =>
  !NO_DOCUMENT.test(mimeType) && !TNEF.test(mimeType) && !(related === true && disposition !== "attachment");

const fileOf = ({ filename, mimeType, content }: Attachment): AttachedFile => ({
  name: filename ?? "",
  contentType: mimeType,
  content: typeof content === "string" ? Buffer.from(content) : new Uint8Array(content),
});

const sealedParts = (parts: Attachment[]): Sealed[] => [
  ...(parts.some(({ mimeType }) => SMIME.test(mimeType) || mimeType === PGP) ? (["encrypted"] as const) : []),
  ...(parts.some(({ mimeType }) => TNEF.test(mimeType)) ? (["winmail"] as const) : []),
];
