import type { Access } from "../domain/access.ts";
import type { CalendarDate } from "../domain/calendar.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * END-05: a use did not end before it began: its last day is not before the first day of what was granted first.
 * Source: e-gov decree, art. 8: before the term of the first protocol nothing allowed the consultation.
 */
export function useHadBegun(accesses: readonly Pick<Access, "start">[], lastDay: CalendarDate): Verdict {
  const first = accesses.map(({ start }) => start).sort()[0];
  return first === undefined || lastDay >= first
    ? allowed
    : refused(
        "END-05",
        "Deze datum ligt voor de eerste dag van het protocol. Toen was de LED nog niet in gebruik.",
        "consultationEndedOn",
      );
}
