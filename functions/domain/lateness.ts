import type { Instant } from "./calendar.ts";
import type { HumanTask } from "./human-task.ts";
import { type Side, sideOf } from "./people.ts";
import { type DayUnit, daysLate, isOnHold, pausesOf, type Standstill } from "./running-time.ts";

/** The unit of each side: the LED counts working days. */
export const UNIT_OF: Record<Side, DayUnit> = { consumer: "calendar", led: "working" };

/** Days that an open task is late, in the unit of its side; 0 when on time or while the dossier is on hold. */
export function lateBy(
  { deadline, audience }: Pick<HumanTask, "deadline" | "audience">,
  standstill: Standstill,
  now: Instant,
): number {
  if (deadline === undefined || isOnHold(standstill, now)) return 0;
  return daysLate(deadline, now, UNIT_OF[sideOf(audience)], pausesOf(standstill));
}
