import * as z from "zod";
import { DocumentClocks } from "./clocks.ts";
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
  "protocol-published",
  "governing-decision",
  "protocol-signed-by-applicant",
  "protocol-signed-by-second",
  "protocol-signed-by-both",
  "authorisation",
  "received-on-behalf",
  "other",
] as const;
export const DocumentKind = z.enum(DOCUMENT_KINDS);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** Kinds that often come from paper: an image of a scan is accepted (DOC-09). */
const SCANNED: readonly DocumentKind[] = [
  "prior-consultation",
  "protocol-signed-by-applicant",
  "protocol-signed-by-second",
  "protocol-signed-by-both",
  "authorisation",
  "received-on-behalf",
  "other",
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
  "refused-malware",
  "refused-unchecked",
  "refused-quota",
  "refused-late",
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];

/** Minutes after which a document without a result of its check for malware is refused. */
export const CHECK_MINUTES = 60;

/** Longest title of a document outside a task, in characters. It travels with the upload, in at most 2 KB of metadata. */
export const LONGEST_TITLE = 120;

/**
 * A file that was received for a task, or for the dossier itself. The bucket no longer holds a refused file, or one that was taken away; its record
 * has the reason.
 */
export const StoredDocument = z.object({
  id: z.string(),
  dossierId: z.string(),
  /** Id of the task that the file was added to. Absent for a file that belongs to no task: minutes, a mail. */
  taskId: z.string().optional(),
  kind: DocumentKind,
  /** What it is, in the words of who added it: of kind `other` only. */
  title: z.string().optional(),
  /** Cleaned file name (DOC-07). Empty for a file that came too late, of which nothing is kept. */
  name: z.string(),
  /** Bytes. */
  size: z.number(),
  sha256: z.string(),
  contentType: z.string(),
  s3Key: z.string(),
  s3VersionId: z.string().optional(),
  /** `checking`: the file is in quarantine until it was checked for malware, which gives its record its last form. */
  scan: z.enum(["accepted", "checking", ...FILE_REFUSALS]),
  /** Electronic signatures in a PDF that was accepted; absent for other files, and for those from before they were read. */
  signed: SignaturesFound.optional(),
  by: Actor,
  at: z.string(),
  /** The document of a message from which this one was taken over. Both have one file, which belongs to that document. */
  takenFrom: z.object({ document: z.string(), message: z.string() }).optional(),
  /** When the check for malware had its result; absent where none was made. */
  checkedAt: z.string().optional(),
  /** Who took it away while its task was open. */
  removed: z.object({ by: Actor, at: z.string() }).optional(),
  clocks: DocumentClocks.optional(),
});
export type StoredDocument = z.infer<typeof StoredDocument>;

const AS_WORD = "-docx";
/** The id of the Word form of a document that the system also makes as PDF. */
export const wordIdOf = (id: string): string => id + AS_WORD;
/** The id that both forms of a document share. */
export const textIdOf = (id: string): string => (id.endsWith(AS_WORD) ? id.slice(0, -AS_WORD.length) : id);

/** Whether a decision can rest on it, and people can read it. */
export const isAccepted = ({ scan, removed }: StoredDocument): boolean => scan === "accepted" && !removed;
/** Whether it is still in quarantine. */
export const isChecking = ({ scan }: StoredDocument): boolean => scan === "checking";
export const DocumentShape = storedShape(
  StoredDocument,
  // Names used to be stored uncleaned.
  (stored) => ({ ...stored, name: cleanFileName(String(stored["name"]), String(stored["contentType"])) }),
  // The signatures in a PDF were not read.
  (stored) => stored,
  // Every document belonged to a task.
  (stored) => stored,
);
