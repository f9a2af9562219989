import * as z from "zod";
import { normaliseEnterpriseNumber } from "../domain/enterprise-number.ts";
import { choice, code, email, longText, name } from "../domain/fields.ts";
import { ORGANISATION_TYPES } from "../domain/organisation.ts";
import { normaliseOvoCode } from "../domain/ovo-code.ts";

/** `onboarding`: wants access; `enquiry`: first wants to know whether the LED can help. */
export const CONTACT_KINDS = ["onboarding", "enquiry"] as const;

/** How anyone makes contact. Numbers come out as they are stored; whether they are right is for contact-is-in-order.ts. */
export const ContactForm = z.object({
  organisationName: name(),
  organisationType: choice(ORGANISATION_TYPES),
  enterpriseNumber: code(normaliseEnterpriseNumber),
  ovoCode: code(normaliseOvoCode).optional(),
  contactName: name(),
  contactEmail: email(),
  kind: choice(CONTACT_KINDS),
  message: longText().optional(),
});
export type ContactForm = z.infer<typeof ContactForm>;

/** The same, filled in by the LED team for who mailed or called: the enterprise number may be missing, with a reason. */
export const TeamContactForm = ContactForm.extend({
  enterpriseNumber: ContactForm.shape.enterpriseNumber.optional(),
  missingNumberReason: longText(1000).optional(),
});
export type TeamContactForm = z.infer<typeof TeamContactForm>;
