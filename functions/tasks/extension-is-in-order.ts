import { addDays, type CalendarDate, dateOf, type Instant } from "../domain/calendar.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/** Maximum extension, in calendar days. */
const LONGEST_EXTENSION = 365;

/**
 * STALLED-01: an extension ends on a date in the future, at most a year away.
 * Source: the process, "Clocks": no dossier waits unseen.
 */
export function extensionIsInOrder(until: CalendarDate, now: Instant): Verdict {
  if (until <= dateOf(now)) return refused("STALLED-01", "Kies een datum die nog moet komen.", "until");
  return until <= dateOf(addDays(now, LONGEST_EXTENSION))
    ? allowed
    : refused("STALLED-01", "Meer tijd geven kan hoogstens een jaar. Kies een vroegere datum.", "until");
}
