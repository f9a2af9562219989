import { dateOf } from "../../domain/calendar.ts";
import type { StoredDocument } from "../../domain/documents.ts";
import type { MailRecord } from "../../domain/ports.ts";
import { documentNames } from "../../domain/texts.nl.ts";

/** Longest part of a name, so that every system can unpack it. */
const LONGEST = 80;

/** Without what a file system does not take, or takes as a folder. */
const plain = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- control characters are what must go
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]+/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "")
    .slice(0, LONGEST)
    .trim() || "naamloos";

const numbered = (index: number): string => String(index + 1).padStart(3, "0");

/** `documenten/003 ingevuld protocol - protocol.pdf`: in the order in which they came, each with another number. */
export function documentFile({ kind, name }: StoredDocument, index: number): string {
  const dot = name.lastIndexOf(".");
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot + 1)] : [name, ""];
  const whole = `${numbered(index)} ${documentNames[kind]} - ${plain(stem)}`;
  return `documenten/${whole}${extension === "" ? "" : `.${plain(extension).slice(0, 8)}`}`;
}

/** `mails/001 2026-11-23 Je dossier is afgesloten.eml` */
export const mailFile = ({ at, subject }: MailRecord, index: number): string =>
  `mails/${numbered(index)} ${dateOf(at)} ${plain(subject)}.eml`;
