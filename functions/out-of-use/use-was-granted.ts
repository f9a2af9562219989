import { type Access, inUseSince } from "../domain/access.ts";
import { type CalendarDate, dateOf, type Instant } from "../domain/calendar.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * END-05: a use does not end before it was granted. Its last day is on or after the first day of the first protocol;
 * when the use ends before that day, its last day is on or after the day of the grant.
 * Source: e-gov decree, art. 8: before the first protocol nothing allowed the consultation.
 */
export function useWasGranted(accesses: readonly Access[], lastDay: CalendarDate, now: Instant): Verdict {
  const first =
    [...accesses.map(({ start }) => start), dateOf(inUseSince(accesses, now))].sort()[0] ?? lastDay;
  return accesses.length === 0 || lastDay >= first
    ? allowed
    : refused(
        "END-05",
        "Op deze datum was er nog geen protocol. Vul een datum in waarop de LED geraadpleegd mocht worden.",
        "consultationEndedOn",
      );
}
