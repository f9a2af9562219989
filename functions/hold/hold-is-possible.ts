import type { Instant } from "../domain/calendar.ts";
import { type Dossier, isUnderWay, withdrawalOf } from "../domain/dossier.ts";
import { isOnHold } from "../domain/running-time.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * HOLD-01: a dossier can be put on hold while it is under way, not yet on hold and not being closed. Any other dossier
 * has no question that could wait.
 * Source: the process, "At any moment".
 */
export function holdIsPossible(dossier: Dossier, now: Instant): Verdict {
  if (withdrawalOf(dossier))
    return refused("HOLD-01", "Dit dossier wordt afgesloten. Pauzeren kan niet meer.");
  if (!isUnderWay(dossier))
    return refused("HOLD-01", "Je kan alleen een dossier pauzeren waaraan gewerkt wordt.");
  return isOnHold(dossier, now) ? refused("HOLD-01", "Dit dossier is al gepauzeerd.") : allowed;
}
