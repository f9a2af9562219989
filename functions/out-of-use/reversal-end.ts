import { addDays, type CalendarDate, dateOf, type Instant } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import { endOfRunningTime, pausesOf } from "../domain/running-time.ts";
import { termIsOverAt } from "../domain/use-clocks.ts";

/** Calendar days within which the end of a use can be reversed; holds do not count. */
export const REVERSAL_DAYS = 30;

/** The moment at which the dossier closes by itself. */
export const reversalEndsAt = (dossier: Dossier, openedAt: Instant): Instant =>
  endOfRunningTime(openedAt, { days: REVERSAL_DAYS, unit: "calendar" }, pausesOf(dossier));

/** The last whole day on which the end can be reversed; undefined when it is no longer possible (END-03). */
export function reversibleUntil(
  dossier: Dossier,
  openedAt: Instant,
  now: Instant = openedAt,
): CalendarDate | undefined {
  const end = dossier.protocol?.term.end;
  if (end !== undefined && termIsOverAt(end) <= now) return undefined;
  const last = dateOf(addDays(reversalEndsAt(dossier, openedAt), -1));
  return end !== undefined && end < last ? end : last;
}
