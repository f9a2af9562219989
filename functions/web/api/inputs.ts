import * as z from "zod";
import { TeamContactForm } from "../../contact/contact-form.ts";
import { identifier, longText } from "../../domain/fields.ts";
import { DocumentKind } from "../../domain/documents.ts";
import { STAGES } from "../../domain/process.ts";
import { ErasureGround } from "../../domain/tombstone.ts";
import { PERSON_FORMS } from "../../people/person-form.ts";
import { SubstitutionForm } from "../../staff/substitution-form.ts";

/** With every text that somebody writes: what looks like a national register number in it is none (PRIV-01). */
const Confirmation = z.object({ noNationalNumber: z.boolean().optional() });

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
const ResumeInput = z.strictObject({ stage: z.enum(STAGES).optional() });
/** `seen`: subject of the colleague from whom a task is taken over. */
const ClaimInput = z.strictObject({ seen: identifier().optional() });
const HandOverInput = z.strictObject({ to: identifier(), seen: identifier().optional() });
/** `seen`: id of the person who is removed, as its writer saw it; empty for nobody. */
const RemovalInput = z.strictObject({ seen: identifier().optional() });
const NoteInput = z.strictObject({ text: longText() });
/** `id`, a ULID: sent twice, it is one message. */
const MessageInput = z.strictObject({ text: longText(), id: z.ulid().optional() });
/** `person`: the id of the person whose data are copied; without it, the whole dossier. */
const ExportInput = z.strictObject({ person: identifier().optional() });
const ErasureInput = z.strictObject({ ground: ErasureGround });
const DocumentInput = z.strictObject({ kind: DocumentKind });
/** A form whose fields another act checks, with what comes beside them. */
export const AnyFields = Confirmation.loose();
/**
 * `change` says whether it is somebody else than before or a correction (PEOPLE-07). `seen`: the id of the person that is
 * changed, so that nobody changes another than was shown.
 */
const PersonFields = AnyFields.extend({ seen: identifier().optional() });
/** `subject`: of the colleague whose sessions and tokens end. */
const SignOutInput = z.strictObject({ subject: z.string() });
/** `dryRun` says what would happen and changes nothing; `next` goes on where an earlier answer stopped. */
const MovesInput = z.strictObject({
  dryRun: z.boolean(),
  dossierId: z.string().optional(),
  next: z.string().optional(),
});

/**
 * What an operation takes in. `name`: in the OpenAPI document. `described`: what that says of it, where an act checks the
 * fields itself, or each kind of task has its own. `hasWords`: texts of somebody, which PRIV-01 holds back.
 */
export type Body<Schema extends z.ZodType = z.ZodType> = {
  name: string;
  schema: Schema;
  described: z.ZodType | "by-task";
  hasWords?: true;
};

const input = <Schema extends z.ZodType>(name: string, schema: Schema): Body<Schema> => ({
  ...{ name, schema, described: schema },
});

export const words = <Schema extends z.ZodObject>(name: string, schema: Schema): Body<Schema> => ({
  ...{ name, schema, described: schema.extend(Confirmation.shape), hasWords: true },
});

const ofPerson = (schema: z.ZodObject) => schema.extend(PersonFields.shape);

export const BODIES = {
  teamContact: {
    ...input("TeamContactForm", AnyFields),
    described: TeamContactForm.extend(Confirmation.shape),
  },
  decision: { ...input("Decision", DecisionInput), described: "by-task" as const },
  person: {
    ...input("PersonOfDossier", PersonFields),
    described: z.union([ofPerson(PERSON_FORMS.contact), ofPerson(PERSON_FORMS.signatory)]),
  },
  newSubstitution: { ...input("NewSubstitution", AnyFields), described: SubstitutionForm },
  note: words("Note", NoteInput),
  message: words("Message", MessageInput),
  removal: input("Removal", RemovalInput),
  claim: input("Claim", ClaimInput),
  signOut: input("SignOut", SignOutInput),
  handOver: input("HandOver", HandOverInput),
  moves: input("Moves", MovesInput),
  resume: input("Resume", ResumeInput),
  document: input("Document", DocumentInput),
  export: input("Export", ExportInput),
  erasure: input("Erasure", ErasureInput),
};
