import type { Dossier, EndingReason } from "../domain/dossier.ts";
import type { Actor } from "../domain/people.ts";
import { earlierRequestHasEnded } from "./earlier-request-has-ended.ts";
import { allOf, allowed, refused, type Verdict } from "../domain/verdict.ts";

/** Who can say that a use ends for a reason: a breach only the LED team, that the term nears its end only the clock. */
const SAID_BY: Record<EndingReason, readonly Actor["role"][]> = {
  term: ["system"],
  purpose: ["applicant", "led-team"],
  stopped: ["applicant", "led-team"],
  breach: ["led-team"],
};

/**
 * END-01: only a use that is going on can end, for a reason that its speaker can give.
 * Source: the process, step 7: the term nears its end, the purpose is no longer relevant (said by either side), the
 * applicant stops, or the protocol is breached.
 */
export function useMayEnd(dossier: Dossier, reason: EndingReason, by: Actor): Verdict {
  return allOf(
    earlierRequestHasEnded(dossier),
    dossier.status === "IN_USE"
      ? allowed
      : refused("END-01", "Alleen een dossier dat in gebruik is, kan uit gebruik gaan."),
    SAID_BY[reason].includes(by.role) ? allowed : refused("END-01", "Deze reden is niet voor jouw rol."),
  );
}
