import type { Instant } from "../domain/calendar.ts";
import type { HumanTask } from "../domain/human-task.ts";
import type { ReminderSchedule } from "../domain/task-definition.ts";
import type { Standstill } from "../domain/running-time.ts";
import { reminderTimes, silentSince } from "../domain/task-times.ts";

/**
 * The reminder that is due now, and when the next one is. After weeks without a sweep that is the last one that fell
 * due, so that one mail goes out and not three.
 */
export function dueReminder(
  task: Pick<HumanTask, "since" | "givenUntil" | "deadline" | "reminders">,
  schedule: ReminderSchedule,
  standstill: Standstill,
  now: Instant,
): { number: number; next: Instant | undefined } {
  const times = reminderTimes(schedule, silentSince(task), standstill);
  const passed = times.filter((time) => time <= now).length;
  const number = Math.max(passed, task.reminders);
  return { number, next: times[number] };
}
