import { allowed, refused, type Verdict } from "../domain/verdict.ts";
import type { TeamContactForm } from "./contact-form.ts";

/**
 * CONTACT-02: an organisation is known by its enterprise number; only the LED team opens a dossier without one, and
 * says why.
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
