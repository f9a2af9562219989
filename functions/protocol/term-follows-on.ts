import { type CalendarDate, dayAfter } from "../domain/calendar.ts";
import { type Dossier, laterPassOf } from "../domain/dossier.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/** The first day of the term of a renewal: the day after the last of the earlier one. */
export function firstDayOfRenewal(dossier: Pick<Dossier, "request">): CalendarDate | undefined {
  const laterPass = laterPassOf(dossier);
  return laterPass?.kind === "renewal" && laterPass.end !== undefined ? dayAfter(laterPass.end) : undefined;
}

/**
 * PROTOCOL-09: a renewed term starts the day after the earlier term ends, without a gap or an overlap.
 * Source: the process, DecideRenewal; domain, "Protocol".
 */
export function termFollowsOn(dossier: Pick<Dossier, "request">, term: { start: string }): Verdict {
  const first = firstDayOfRenewal(dossier);
  return first === undefined || term.start === first
    ? allowed
    : refused(
        "PROTOCOL-09",
        "De nieuwe termijn begint op de dag na het einde van de vorige. Laat die begindatum staan.",
        "term.start",
      );
}
