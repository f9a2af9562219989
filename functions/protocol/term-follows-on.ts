import { type CalendarDate, dayAfter } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/** First day of a renewed term: the day after the last day of the earlier term. */
export const firstDayOfRenewal = ({ laterPass }: Pick<Dossier, "laterPass">): CalendarDate | undefined =>
  laterPass?.kind === "renewal" && laterPass.end !== undefined ? dayAfter(laterPass.end) : undefined;

/**
 * PROTOCOL-09: a renewed term starts the day after the earlier term ends, without a gap or an overlap.
 * Source: the process, DecideRenewal; domain, "Protocol".
 */
export function termFollowsOn(dossier: Pick<Dossier, "laterPass">, term: { start: string }): Verdict {
  const first = firstDayOfRenewal(dossier);
  return first === undefined || term.start === first
    ? allowed
    : refused(
        "PROTOCOL-09",
        "De nieuwe termijn begint op de dag na het einde van de vorige. Laat die begindatum staan.",
        "term.start",
      );
}
