import type { Instant } from "../domain/calendar.ts";
import type { HumanTask } from "../domain/human-task.ts";
import type { ReminderSchedule } from "../domain/task-definition.ts";
import type { Standstill } from "../domain/running-time.ts";
import { reminderTimes, silentSince } from "../domain/task-times.ts";

/**
 * The reminder that is due now, and the time of the next one. After weeks without a sweep only the last overdue one is
 * sent.
 */
export function dueReminder(
  task: Pick<HumanTask, "since" | "givenUntil" | "plannedBy" | "deadline" | "audience" | "reminders">,
  schedule: ReminderSchedule,
  standstill: Standstill,
  now: Instant,
): { number: number; next: Instant | undefined } {
  const times = reminderTimes(schedule, silentSince(task), standstill);
  const passed = times.filter((time) => time <= now).length;
  const number = Math.max(passed, task.reminders);
  return { number, next: times[number] };
}
