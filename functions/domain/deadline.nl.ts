import { type Instant, showDate } from "./calendar.ts";
import type { HumanTask } from "./human-task.ts";
import { lateBy, UNIT_OF } from "./lateness.ts";
import { type Side, sideOf } from "./people.ts";
import { isOnHold, type Standstill } from "./running-time.ts";

/** A number of days in words; the LED counts working days. */
export const daysOf = (days: number, side: Side): string => {
  const word = UNIT_OF[side] === "working" ? "werkdag" : "dag";
  return `${days.toLocaleString("nl-BE")} ${days === 1 ? word : `${word}en`}`;
};

/** Words for a deadline and for lateness. */
export const deadlineTexts = {
  due: (deadline: Instant) => `Ten laatste op ${showDate(deadline)}.`,
  wasDue: (deadline: Instant, late: string) =>
    `De deadline was ${showDate(deadline)}. Dat is ${late} geleden.`,
  late: (late: string) => `${late} te laat`,
  onHold: (until: Instant) => `Gepauzeerd tot ${showDate(until)}.`,
};

/**
 * One sentence with the deadline of an open task and its lateness, or the end of the hold while the dossier is on hold.
 */
export function whenDue(
  task: Pick<HumanTask, "deadline" | "audience">,
  standstill: Standstill,
  now: Instant,
): string | undefined {
  if (standstill.hold && isOnHold(standstill, now)) return deadlineTexts.onHold(standstill.hold.until);
  if (task.deadline === undefined) return undefined;
  const late = lateBy(task, standstill, now);
  return late > 0
    ? deadlineTexts.wasDue(task.deadline, daysOf(late, sideOf(task.audience)))
    : deadlineTexts.due(task.deadline);
}
