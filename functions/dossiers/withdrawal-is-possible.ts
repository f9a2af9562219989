import { type Dossier, endingOf, laterPassOf } from "../domain/dossier.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * WITHDRAW-01: a request can be withdrawn until the last signature. After it there is an agreement between two parties:
 * stopping the use ends it, not withdrawing the request.
 * Source: the process, "At any moment"; design, rule 3.
 */
export function withdrawalIsPossible(dossier: Dossier): Verdict {
  if (dossier.status === "CLOSED") return refused("WITHDRAW-01", "Dit dossier is al afgesloten.");
  if (dossier.status !== "IN_USE" && !dossier.protocol?.signatures.authority) return allowed;
  return refused(
    "WITHDRAW-01",
    `Het protocol is door beide partijen ondertekend. Intrekken kan niet meer. ${whatElse(dossier)}`,
  );
}

/** The alternative after the last signature. */
function whatElse(dossier: Dossier): string {
  if (endingOf(dossier)) return "Het gebruik loopt al af.";
  return dossier.status === "IN_USE" || laterPassOf(dossier)
    ? "Je kan wel het gebruik stoppen."
    : "Gaat de aansluiting niet door? Meld dat dan bij de taak over de aansluiting.";
}
