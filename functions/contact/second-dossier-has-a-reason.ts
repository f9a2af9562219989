import type { DossierSummary } from "../domain/ports.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";
import type { TeamContactForm } from "./contact-form.ts";

/**
 * ENTER-01: the use of an organisation that has an open dossier is entered in another one only with a reason: an
 * agreement is entered once.
 * Source: domain, "Identifiers": an organisation is unique by both numbers; accuracy of data (GDPR 5(1)(d)).
 */
export const secondDossierHasAReason = (
  { kind, secondDossierReason }: Pick<TeamContactForm, "kind" | "secondDossierReason">,
  others: readonly DossierSummary[],
): Verdict =>
  kind === "existing-use" && others.length > 0 && !secondDossierReason
    ? refused(
        "ENTER-01",
        `Deze organisatie heeft al een open dossier: ${others.map(({ reference }) => reference).join(", ")}. Is dit een ander gebruik? Zeg dan waarom er een tweede dossier komt.`,
        "secondDossierReason",
      )
    : allowed;
