import * as z from "zod";
import { longText } from "../../domain/fields.ts";
import { DocumentKind } from "../../domain/documents.ts";
import { STAGES } from "../../domain/process.ts";
import { ErasureGround } from "../../domain/tombstone.ts";
import { HoldFields } from "../../workflow/hold-dossier.ts";

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
  /** The persons among its fields as its writer saw them in the dossier, by field: who changed since is refused (PEOPLE-06). */
  seen: z.record(z.string(), z.unknown()).optional(),
});

export const ReasonInput = z.strictObject({ reason: longText() });
/** Without a stage the dossier's own is tried again. */
export const ResumeInput = z.strictObject({ stage: z.enum(STAGES).optional() });
/** `seen`: subject of the colleague from whom a task is taken over. */
export const ClaimInput = z.strictObject({ seen: z.string().optional() });
export const HandOverInput = z.strictObject({ to: z.string(), seen: z.string().optional() });
/** `seen`: id of the person who is replaced or removed, as its writer saw it; empty for nobody. */
export const PersonExtras = z.strictObject({
  seen: z.string().optional(),
  noNationalNumber: z.boolean().optional(),
});
export const RemovalInput = PersonExtras.pick({ seen: true });
/** `until`: the date on which it goes on by itself. */
export const HoldInput = z.strictObject(HoldFields.shape);
export const NoteInput = z.strictObject({ text: longText() });
/** `id`, a ULID: sent twice, it is one message. */
export const MessageInput = z.strictObject({ text: longText(), id: z.ulid().optional() });
/** `person`: the id of the person whose data are copied; without it, the whole dossier. */
export const ExportInput = z.strictObject({ person: z.string().optional() });
export const ErasureInput = z.strictObject({ ground: ErasureGround });
export const DocumentInput = z.strictObject({ kind: DocumentKind });
/** A form whose fields another act checks. */
export const AnyFields = z.record(z.string(), z.unknown());
