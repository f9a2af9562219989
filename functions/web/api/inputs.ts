import * as z from "zod";
import { identifier, longText } from "../../domain/fields.ts";
import { DocumentKind } from "../../domain/documents.ts";
import { STAGES } from "../../domain/process.ts";
import { ErasureGround } from "../../domain/tombstone.ts";

/** With every text that somebody writes: what looks like a national register number in it is none (PRIV-01). */
export const Confirmation = z.object({ noNationalNumber: z.boolean().optional() });

/** More than any task has. */
const MOST_DOCUMENTS = 100;

/** What the API takes in. The fields of a decision are those of its task's outcome, and are checked there. */
export const DecisionInput = z.strictObject({
  outcome: identifier(),
  fields: z.record(z.string(), z.unknown()).default({}),
  /** Ids of the documents it rests on. */
  documents: z.array(identifier()).max(MOST_DOCUMENTS).default([]),
  /** Mandatory when the LED team decides for the consumer. */
  onBehalfReason: longText().optional(),
  ...Confirmation.shape,
  /** The persons among its fields as its writer saw them in the dossier, by field: who changed since is refused (PEOPLE-06). */
  seen: z.record(z.string(), z.unknown()).optional(),
});

/** Without a stage the dossier's own is tried again. */
export const ResumeInput = z.strictObject({ stage: z.enum(STAGES).optional() });
/** `seen`: subject of the colleague from whom a task is taken over. */
export const ClaimInput = z.strictObject({ seen: identifier().optional() });
export const HandOverInput = z.strictObject({ to: identifier(), seen: identifier().optional() });
/** `seen`: id of the person who is removed, as its writer saw it; empty for nobody. */
export const RemovalInput = z.strictObject({ seen: identifier().optional() });
export const NoteInput = z.strictObject({ text: longText() });
/** `id`, a ULID: sent twice, it is one message. */
export const MessageInput = z.strictObject({ text: longText(), id: z.ulid().optional() });
/** `person`: the id of the person whose data are copied; without it, the whole dossier. */
export const ExportInput = z.strictObject({ person: identifier().optional() });
export const ErasureInput = z.strictObject({ ground: ErasureGround });
export const DocumentInput = z.strictObject({ kind: DocumentKind });
/** A form whose fields another act checks, with what comes beside them. */
export const AnyFields = Confirmation.loose();
/**
 * `change` says whether it is somebody else than before or a correction (PEOPLE-07). `seen`: the id of the person that is
 * changed, so that nobody changes another than was shown.
 */
export const PersonFields = AnyFields.extend({ seen: identifier().optional() });
/** `subject`: of the colleague whose sessions and tokens end. */
export const SignOutInput = z.strictObject({ subject: z.string() });
