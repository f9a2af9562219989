import * as z from "zod";
import { SubstitutionForm } from "../../staff/substitution-form.ts";
import { PERSON_FORMS } from "../../people/person-form.ts";
import { TeamContactForm } from "../../contact/contact-form.ts";
import { HoldInput } from "../admin/hold.tsx";
import { AmendmentInput, EndOfUseInput } from "../admin/end-and-amend-use.ts";
import { MovesInput } from "../admin/workflow.tsx";
import { Reason } from "../ui/form/ask-for-text.ts";
import {
  ClaimInput,
  Confirmation,
  DocumentInput,
  ErasureInput,
  ExportInput,
  HandOverInput,
  MessageInput,
  NoteInput,
  PersonFields,
  RemovalInput,
  ResumeInput,
  SignOutInput,
} from "./inputs.ts";

/** Words of somebody: `readWords` takes the confirmation in beside them. */
const inWords = (schema: z.ZodObject) => schema.extend(Confirmation.shape);
const ofPerson = (schema: z.ZodObject) => schema.extend(PersonFields.shape);

/** Every body that the API takes in, by the name that the OpenAPI document gives it; a decision is described by its task. */
export const BODIES = {
  TeamContactForm: inWords(TeamContactForm),
  Reason: inWords(Reason),
  EndOfUse: inWords(EndOfUseInput),
  Amendment: inWords(AmendmentInput),
  Hold: inWords(HoldInput),
  Note: inWords(NoteInput),
  Message: inWords(MessageInput),
  PersonOfDossier: z.union([ofPerson(PERSON_FORMS.contact), ofPerson(PERSON_FORMS.signatory)]),
  Removal: RemovalInput,
  Claim: ClaimInput,
  SignOut: SignOutInput,
  HandOver: HandOverInput,
  NewSubstitution: SubstitutionForm,
  Moves: MovesInput,
  Resume: ResumeInput,
  Document: DocumentInput,
  Export: ExportInput,
  Erasure: ErasureInput,
} as const satisfies Record<string, z.ZodType>;
export type BodyName = keyof typeof BODIES | "Decision";
