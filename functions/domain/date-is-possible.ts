import { type CalendarDate, dateOf, showDate } from "./calendar.ts";
import { boundsOf, type DateKindName, type Moment } from "./date-kinds.ts";
import { dateIsReached } from "./date-is-reached.ts";
import { allowed, refused, type Verdict } from "./verdict.ts";

/**
 * DATE-02: a date lies within the bounds of its kind (date-kinds.ts). Preparation for a request lies shortly before it
 * at the earliest, and a renewal is a request of its own. A planned date is not in the past, and a term has not ended.
 * A year out of range is a typing error.
 * Source: accuracy of data (GDPR 5(1)(d)); the process: the order of its steps.
 */
export function dateIsPossible(
  kind: DateKindName,
  date: CalendarDate,
  moment: Moment,
  field: string,
): Verdict {
  const { earliest, latest } = boundsOf(kind, moment);
  if (earliest !== undefined && date < earliest) {
    const message =
      earliest < dateOf(moment.now)
        ? `Deze datum ligt te ver in het verleden. Kijk het jaar na: vroeger dan ${showDate(earliest)} kan niet.`
        : `Deze datum is al voorbij. Kies ${showDate(earliest)} of later.`;
    return refused("DATE-02", message, field);
  }
  if (latest === undefined || date <= latest) return allowed;
  return latest === dateOf(moment.now)
    ? dateIsReached(date, moment.now, field)
    : refused(
        "DATE-02",
        `Deze datum ligt te ver. Kijk het jaar na: later dan ${showDate(latest)} kan niet.`,
        field,
      );
}
