import * as z from "zod";
import { normaliseEnterpriseNumber } from "../domain/enterprise-number.ts";
import { choice, code, email, longText, name } from "../domain/fields.ts";
import { ORGANISATION_TYPES } from "../domain/organisation-kinds.ts";
import { normaliseOvoCode } from "../domain/ovo-code.ts";

/** `onboarding`: requests access; `enquiry`: first asks whether the LED can help. */
export const CONTACT_KINDS = ["onboarding", "enquiry"] as const;

/** The public contact form. The schema normalises numbers; contact-is-in-order.ts validates them. */
export const ContactForm = z.object({
  organisationName: name("organisation"),
  organisationType: choice(ORGANISATION_TYPES),
  enterpriseNumber: code(normaliseEnterpriseNumber),
  ovoCode: code(normaliseOvoCode).optional(),
  contactName: name(),
  contactEmail: email(),
  kind: choice(CONTACT_KINDS),
  message: longText().optional(),
});
export type ContactForm = z.infer<typeof ContactForm>;

/** `existing-use`: the organisation uses the LED already, or may do so by an earlier agreement. Only the team enters it. */
const TEAM_CONTACT_KINDS = [...CONTACT_KINDS, "existing-use"] as const;

/**
 * The form for the LED team, which fills it in for a person who mailed or called. The enterprise number may be missing,
 * with a reason.
 */
export const TeamContactForm = ContactForm.extend({
  enterpriseNumber: ContactForm.shape.enterpriseNumber.optional(),
  missingNumberReason: longText(1000).optional(),
  kind: choice(TEAM_CONTACT_KINDS),
  secondDossierReason: longText(1000).optional(),
});
export type TeamContactForm = z.infer<typeof TeamContactForm>;
