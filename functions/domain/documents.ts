import * as z from "zod";
import { cleanFileName } from "./file-name.ts";
import { Actor } from "./people.ts";
import { SignaturesFound } from "./pdf-signature.ts";
import { storedShape } from "./stored-shape.ts";

/** All kinds of document in the process. */
export const DOCUMENT_KINDS = [
  "dpia-pre-assessment",
  "dpia-initial-draft",
  "dpia",
  "dpia-dpo-opinion",
  "prior-consultation",
  "protocol-template",
  "protocol",
  "consumer-dpo-advice",
  "led-dpo-advice",
  "protocol-final",
  "governing-decision",
  "protocol-signed-by-applicant",
  "protocol-signed-by-second",
  "protocol-signed-by-both",
  "received-on-behalf",
] as const;
export const DocumentKind = z.enum(DOCUMENT_KINDS);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** Kinds that often come from paper: an image of a scan is accepted (DOC-09). */
const SCANNED: readonly DocumentKind[] = [
  "prior-consultation",
  "protocol-signed-by-applicant",
  "protocol-signed-by-both",
  "received-on-behalf",
];
export const takesImages = (kind: DocumentKind): boolean => SCANNED.includes(kind);

/** 25 MB. */
export const MAXIMUM_DOCUMENT_BYTES = 25 * 1024 * 1024;
/** How long the page with an upload form offers it. The form itself is valid twice as long. */
export const UPLOAD_PAGE_MINUTES = 15;

/** Why a received file was refused. Each reason has a text (functions/web/ui/task/refused-document.nl.ts). */
export const FILE_REFUSALS = [
  "refused-type",
  "refused-size",
  "refused-empty",
  "refused-damaged",
  "refused-password",
  "refused-script",
  "refused-launch",
  "refused-attachment",
  "refused-macro",
  "refused-remote",
  "refused-object",
  "refused-dde",
  "refused-unpacked",
  "refused-quota",
  "refused-late",
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** A file that was received for a task. The bucket no longer holds a refused file; its record has the reason. */
export const StoredDocument = z.object({
  id: z.string(),
  dossierId: z.string(),
  /** Id of the task that the file was added to. */
  taskId: z.string(),
  kind: DocumentKind,
  /** Cleaned file name (DOC-07). Empty for a file that came too late, of which nothing is kept. */
  name: z.string(),
  /** Bytes. */
  size: z.number(),
  sha256: z.string(),
  contentType: z.string(),
  s3Key: z.string(),
  s3VersionId: z.string().optional(),
  scan: z.enum(["accepted", ...FILE_REFUSALS]),
  /** Electronic signatures in a PDF that was accepted; absent for other files, and for those from before they were read. */
  signed: SignaturesFound.optional(),
  by: Actor,
  at: z.string(),
});
export type StoredDocument = z.infer<typeof StoredDocument>;
export const DocumentShape = storedShape(
  StoredDocument,
  // Names used to be stored uncleaned.
  (stored) => ({ ...stored, name: cleanFileName(String(stored["name"]), String(stored["contentType"])) }),
  // The signatures in a PDF were not read.
  (stored) => stored,
);
