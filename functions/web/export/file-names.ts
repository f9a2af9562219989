import { dateOf } from "../../domain/calendar.ts";
import type { StoredDocument } from "../../domain/documents.ts";
import { asNamePart, cleanFileName } from "../../domain/file-name.ts";
import type { MailRecord } from "../../domain/records.ts";
import { documentName } from "../../domain/texts.nl.ts";

const numbered = (index: number): string => String(index + 1).padStart(3, "0");

/** `documenten/003 ingevuld protocol - protocol.pdf`: numbered in chronological order. */
export const documentFile = (document: StoredDocument, index: number): string => {
  const { name, contentType } = document;
  return `documenten/${numbered(index)} ${asNamePart(documentName(document))} - ${cleanFileName(name, contentType)}`;
};

/** The link to a file of the export, from a page beside it. */
export const hrefOf = (file: string): string => file.split("/").map(encodeURIComponent).join("/");

/** `mails/001 2026-11-23 Je dossier is afgesloten.eml` */
export const mailFile = ({ at, subject }: MailRecord, index: number): string =>
  `mails/${numbered(index)} ${dateOf(at)} ${asNamePart(subject) || "naamloos"}.eml`;
