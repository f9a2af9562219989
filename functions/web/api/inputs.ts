import * as z from "zod";
import { TeamContactForm } from "../../contact/contact-form.ts";
import { identifier, longText, text } from "../../domain/fields.ts";
import { DocumentKind, LONGEST_TITLE } from "../../domain/documents.ts";
import { STAGES } from "../../domain/process.ts";
import { ErasureGround } from "../../domain/tombstone.ts";
import { PERSON_FORMS } from "../../people/person-form.ts";
import { SubstitutionForm } from "../../staff/substitution-form.ts";
import { EVENT_TYPES } from "../../domain/webhook.ts";
import { UnsentMailKey } from "../team/unsent-mails.ts";

/** Part of every input with text: confirms that a number is not a national register number (PRIV-01). */
const Confirmation = z.object({ noNationalNumber: z.boolean().optional() });

/** More than any task has. */
const MOST_DOCUMENTS = 100;

/** Inputs of the API. The schema of the task's outcome checks the fields of a decision. */
export const DecisionInput = z.strictObject({
  outcome: identifier(),
  fields: z.record(z.string(), z.unknown()).default({}),
  /** Ids of the supporting documents. */
  documents: z.array(identifier()).max(MOST_DOCUMENTS).default([]),
  /** Required when the LED team decides on behalf of the consumer. */
  onBehalfReason: longText().optional(),
  /** Id of the message on which the team acts on behalf of the consumer; in place of a document. */
  onBehalfMessage: identifier().optional(),
  ...Confirmation.shape,
  /** The persons that its writer saw in the dossier, by field; refused when one of them changed since (PEOPLE-06). */
  seen: z.record(z.string(), z.unknown()).optional(),
});

/** Without a stage, the current stage of the dossier is retried. */
const ResumeInput = z.strictObject({ stage: z.enum(STAGES).optional() });
/** `seen`: subject of the colleague from whom the task is taken over. */
const ClaimInput = z.strictObject({ seen: identifier().optional() });
const HandOverInput = z.strictObject({ to: identifier(), seen: identifier().optional() });
/** `to`: subject of the next handler; absent to leave the dossier without one. `seen`: subject of the current handler. */
const HandlerInput = z.strictObject({ to: identifier().optional(), seen: identifier().optional() });
/** `seen`: id of the person to remove, as its writer saw it; empty for nobody. */
const RemovalInput = z.strictObject({ seen: identifier().optional() });
const NoteInput = z.strictObject({ text: longText() });
/** `id`: a ULID that makes the request idempotent. */
const MessageInput = z.strictObject({ text: longText(), id: z.ulid().optional() });
/** `person`: id of the person whose data are exported; without it, the whole dossier. */
const ExportInput = z.strictObject({ person: identifier().optional() });
const ErasureInput = z.strictObject({ ground: ErasureGround });
const DocumentInput = z.strictObject({ kind: DocumentKind });
const OtherDocumentInput = z.strictObject({ title: text(LONGEST_TITLE) });
/** A form whose fields another act checks, with the confirmation for PRIV-01. */
export const AnyFields = Confirmation.loose();
/**
 * `change`: somebody else, or a correction (PEOPLE-07). `seen`: the id of the current person as the writer saw it, so
 * that no other person is changed.
 */
const PersonFields = AnyFields.extend({ seen: identifier().optional() });
/** `subject`: the colleague whose sessions and tokens end. */
const SignOutInput = z.strictObject({ subject: z.string() });
/** `dryRun`: reports the result without changes. `next`: continues after an earlier answer. */
const MovesInput = z.strictObject({
  dryRun: z.boolean(),
  dossierId: z.string().optional(),
  next: z.string().optional(),
});

/**
 * `secret`: `whsec_` and the base64 of 24 to 64 random bytes, which the program made and nothing shows again. `events`: their
 * types; all when left out.
 */
const WebhookInput = z.strictObject({
  address: identifier(),
  secret: z.string().regex(/^whsec_[A-Za-z0-9+/]{32,86}={0,2}$/),
  events: z.array(z.enum(EVENT_TYPES)).min(1).max(EVENT_TYPES.length).optional(),
});
/** `place`: of one delivery; or `webhook`: everything that was given up for it. */
const ReplayInput = z.union([
  z.strictObject({ place: identifier() }),
  z.strictObject({ webhook: identifier() }),
]);
const MailAnswerInput = z.strictObject({ text: longText() });
const MailDossierInput = z.strictObject({ dossier: identifier().min(1) });
/** `document`: id of a file that came with a message. */
const TakeOverInput = z.strictObject({ document: identifier().min(1), kind: DocumentKind });
/** `mail`: id of the mail of no dossier for which it is opened; its text and files come along. */
const OfMail = z.object({ mail: identifier().min(1).optional() });

const UnsentMailInput = z.strictObject(UnsentMailKey.shape);

/**
 * The body of an operation. `name`: in the OpenAPI document. `described`: the schema in that document, where an act
 * checks the fields itself or each kind of task has its own. `hasWords`: contains typed text, which PRIV-01 screens.
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
    ...input("TeamContactForm", AnyFields.extend(OfMail.shape)),
    described: TeamContactForm.extend({ ...Confirmation.shape, ...OfMail.shape }),
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
  handler: input("Handler", HandlerInput),
  handOver: input("HandOver", HandOverInput),
  moves: input("Moves", MovesInput),
  mailAnswer: words("MailAnswer", MailAnswerInput),
  mailDossier: input("MailDossier", MailDossierInput),
  takeOver: input("TakeOver", TakeOverInput),
  unsentMail: input("UnsentMail", UnsentMailInput),
  webhook: input("NewWebhook", WebhookInput),
  replay: input("Replay", ReplayInput),
  resume: input("Resume", ResumeInput),
  document: input("Document", DocumentInput),
  otherDocument: words("OtherDocument", OtherDocumentInput),
  export: input("Export", ExportInput),
  erasure: input("Erasure", ErasureInput),
};
