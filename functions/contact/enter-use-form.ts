import * as z from "zod";
import { ContactFields } from "../domain/contact-fields.ts";
import { CHANNELS, TOLD_OF_USE } from "../domain/facts.ts";
import { choice, choices, date, email, longText, name, telephone, text } from "../domain/fields.ts";
import { SignatoryFields } from "../domain/signatory-fields.ts";

/** What the team knows of a use that was agreed outside this system. A channel without a date is not connected yet. */
const EnteredUse = z.object({
  purpose: longText(),
  channels: choices(CHANNELS),
  webApplicationSince: date("entered").optional(),
  webServiceSince: date("entered").optional(),
  webServiceReference: text().optional(),
  processor: text().optional(),
  telephone: telephone().optional(),
  secondContact: ContactFields.optional(),
  dpo: z.object({ name: name(), email: email() }).optional(),
  signatory: SignatoryFields.optional(),
  secondSignatory: SignatoryFields.optional(),
  tells: choice(TOLD_OF_USE),
});
export type EnteredUse = z.infer<typeof EnteredUse>;

const term = z.object({ start: date("entered"), end: date("term-end").optional() });

/** A protocol that both parties signed. */
export const EnteredProtocol = z.object({ signedOn: date("entered"), term, ...EnteredUse.shape });

/** An authorisation of the time before protocols. */
export const EnteredAuthorisation = z.object({
  reference: text(),
  decidedOn: date("entered"),
  term,
  ...EnteredUse.shape,
});
