import { type Dossier, endingAskedOf, endingOf, endOfUseOf, laterPassOf } from "../domain/dossier.ts";
import type { EndingReason } from "../domain/use.ts";
import type { Actor } from "../domain/people.ts";
import { allOf, allowed, refused, type Verdict } from "../domain/verdict.ts";
import { earlierRequestHasEnded } from "../dossiers/earlier-request-has-ended.ts";
import { withdrawalIsPossible } from "../dossiers/withdrawal-is-possible.ts";

/** Who may give each reason: a breach only the LED team, the end of the term only the clock. */
const SAID_BY: Record<EndingReason, readonly Actor["role"][]> = {
  term: ["system"],
  purpose: ["applicant", "led-team"],
  stopped: ["applicant", "led-team"],
  breach: ["led-team"],
};

/**
 * END-01: only a current use can end, for a reason that the actor may give. A later request under way is given up for
 * it. An open question about the renewal is given up for a breach.
 * Source: the process, step 7: the term nears its end, the purpose is no longer relevant (said by either side), the
 * applicant stops, or the protocol is breached.
 */
export function useMayEnd(dossier: Dossier, reason: EndingReason, by: Actor): Verdict {
  return allOf(
    earlierRequestHasEnded(dossier),
    !endingAskedOf(dossier) && (dossier.status === "IN_USE" || givesWay(dossier, reason))
      ? allowed
      : refused("END-01", whyNot(dossier, by)),
    SAID_BY[reason].includes(by.role) ? allowed : refused("END-01", "Deze reden is niet voor jouw rol."),
  );
}

/**
 * Whether the request under way is given up for this end. After both parties signed, the access is granted first,
 * before MAGDA.
 */
function givesWay(dossier: Dossier, reason: EndingReason): boolean {
  if (reason === "term" || dossier.status === "CLOSED") return false;
  const ending = endingOf(dossier);
  if (ending) return reason === "breach" && ending.reason === "term" && !endOfUseOf(dossier);
  return (
    laterPassOf(dossier) !== undefined && (dossier.stage === "MAGDA" || withdrawalIsPossible(dossier).allowed)
  );
}

function whyNot(dossier: Dossier, by: Actor): string {
  if (dossier.status === "CLOSED") return "Dit dossier is al afgesloten.";
  if (endingAskedOf(dossier)) return "Het einde van het gebruik is al gevraagd.";
  const ending = endingOf(dossier);
  if (ending)
    return ending.reason === "term" && by.role === "applicant"
      ? "De termijn loopt al af. Kies bij je taken of je verlengt of stopt."
      : "Het gebruik loopt al af.";
  if (laterPassOf(dossier))
    return "Het nieuwe protocol is ondertekend en wordt nog verwerkt. Probeer het daarna opnieuw.";
  return withdrawalIsPossible(dossier).allowed
    ? "De LED is nog niet in gebruik. Trek de aanvraag in als ze niet doorgaat."
    : "De LED is nog niet in gebruik. Gaat de aansluiting niet door? Meld dat dan bij de taak over de aansluiting.";
}
