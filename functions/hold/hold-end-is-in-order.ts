import { addDays, type CalendarDate, dateOf, type Instant } from "../domain/calendar.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/** Maximum length of a hold, in calendar days. */
const LONGEST_HOLD = 365;

/**
 * HOLD-02: a hold ends on a date in the future, at most a year away, so that no dossier waits unseen.
 * Source: the process, "At any moment".
 */
export function holdEndIsInOrder(until: CalendarDate, now: Instant): Verdict {
  if (until <= dateOf(now)) return refused("HOLD-02", "Kies een datum die nog moet komen.", "until");
  return until <= dateOf(addDays(now, LONGEST_HOLD))
    ? allowed
    : refused("HOLD-02", "Pauzeren kan hoogstens een jaar. Kies een vroegere datum.", "until");
}
