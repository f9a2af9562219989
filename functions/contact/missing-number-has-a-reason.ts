import { allowed, refused, type Verdict } from "../domain/verdict.ts";
import type { TeamContactForm } from "./contact-form.ts";

/**
 * CONTACT-02: a contact form identifies its organisation by enterprise number. Only the LED team may open a dossier
 * without one, and it gives the reason.
 * Source: the process, contact form; domain, "Identifiers": an organisation is unique by both numbers.
 */
export const missingNumberHasAReason = (
  form: Pick<TeamContactForm, "enterpriseNumber" | "missingNumberReason">,
): Verdict =>
  form.enterpriseNumber === undefined && !form.missingNumberReason
    ? refused(
        "CONTACT-02",
        "Vul het ondernemingsnummer in, of zeg waarom het ontbreekt.",
        "missingNumberReason",
      )
    : allowed;
