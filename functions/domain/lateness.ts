import type { Instant } from "./calendar.ts";
import type { HumanTask } from "./human-task.ts";
import { type Side, sideOf } from "./people.ts";
import { type DayUnit, daysLate, isOnHold, pausesOf, type Standstill } from "./running-time.ts";

/** The days of each side: the LED's are those on which it works. */
export const UNIT_OF: Record<Side, DayUnit> = { consumer: "calendar", led: "working" };

/** How many days of its side an open task is late; 0 when it is on time, and while the dossier is on hold. */
export function lateBy(
  { deadline, audience }: Pick<HumanTask, "deadline" | "audience">,
  standstill: Standstill,
  now: Instant,
): number {
  if (deadline === undefined || isOnHold(standstill, now)) return 0;
  return daysLate(deadline, now, UNIT_OF[sideOf(audience)], pausesOf(standstill));
}
