import { addDays, type CalendarDate, dateOf } from "../domain/calendar.ts";
import { allOf, allowed, refused, type Verdict } from "../domain/verdict.ts";

/** Maximum absence in days; after a longer one the person has left the role. */
const LONGEST_DAYS = 366;

/**
 * SUBSTITUTE-03: a substitution starts today or later, ends on or after its first day, and lasts at most a year.
 * Source: the process, "At any moment": absence of a team member; least privilege (design, rule 11).
 */
export function periodIsInOrder(from: CalendarDate, until: CalendarDate, today: CalendarDate): Verdict {
  const starts = from < today ? refused("SUBSTITUTE-03", "Begin vandaag of later.", "from") : allowed;
  if (until < from)
    return allOf(starts, refused("SUBSTITUTE-03", "De laatste dag komt voor de eerste dag.", "until"));
  const isLong = until > dateOf(addDays(from, LONGEST_DAYS));
  return allOf(
    starts,
    isLong ? refused("SUBSTITUTE-03", "Een vervanging duurt hoogstens een jaar.", "until") : allowed,
  );
}
