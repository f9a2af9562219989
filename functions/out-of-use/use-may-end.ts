import type { Dossier, EndingReason } from "../domain/dossier.ts";
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
    !dossier.endingAsked && (dossier.status === "IN_USE" || givesWay(dossier, reason))
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
  const { status, ending, endOfUse, laterPass, stage } = dossier;
  if (reason === "term" || status === "CLOSED" || status === "ENQUIRY") return false;
  if (ending) return reason === "breach" && ending.reason === "term" && !endOfUse;
  return laterPass !== undefined && (stage === "MAGDA" || withdrawalIsPossible(dossier).allowed);
}

function whyNot(dossier: Dossier, by: Actor): string {
  if (dossier.status === "CLOSED") return "Dit dossier is al afgesloten.";
  if (dossier.endingAsked) return "Het einde van het gebruik is al gevraagd.";
  if (dossier.ending)
    return dossier.ending.reason === "term" && by.role === "applicant"
      ? "De termijn loopt al af. Kies bij je taken of je verlengt of stopt."
      : "Het gebruik loopt al af.";
  if (dossier.laterPass)
    return "Het nieuwe protocol is ondertekend en wordt nog verwerkt. Probeer het daarna opnieuw.";
  return withdrawalIsPossible(dossier).allowed
    ? "De LED is nog niet in gebruik. Trek de aanvraag in als ze niet doorgaat."
    : "De LED is nog niet in gebruik. Gaat de aansluiting niet door? Meld dat dan bij de taak over de aansluiting.";
}
