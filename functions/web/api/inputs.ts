import * as z from "zod";
import { longText } from "../../domain/fields.ts";
import { DocumentKind } from "../../domain/documents.ts";
import { STAGES } from "../../domain/process.ts";

/** What the API takes in. The fields of a decision are those of its task's outcome, and are checked there. */
export const DecisionInput = z.strictObject({
  outcome: z.string(),
  fields: z.record(z.string(), z.unknown()).default({}),
  /** Ids of the documents it rests on. */
  documents: z.array(z.string()).default([]),
  /** Mandatory when the LED team decides for the consumer. */
  onBehalfReason: longText().optional(),
  /** What looks like a national register number is none. */
  noNationalNumber: z.boolean().optional(),
});

export const ReasonInput = z.strictObject({ reason: longText() });
/** Without a stage the dossier's own is tried again. */
export const ResumeInput = z.strictObject({ stage: z.enum(STAGES).optional() });
export const NoteInput = z.strictObject({ text: longText() });
export const DocumentInput = z.strictObject({ kind: DocumentKind });
/** A form whose fields another act checks. */
export const AnyFields = z.record(z.string(), z.unknown());
