import type { Instant } from "../domain/calendar.ts";
import { type HumanTask, nextReminder, REMINDERS, type ReminderSchedule } from "../domain/human-task.ts";

/**
 * The reminder that is due now, and when the next one is. After weeks without a sweep that is the last one that fell
 * due, so that one mail goes out and not three.
 */
export function dueReminder(
  task: Pick<HumanTask, "openedAt" | "reminders">,
  schedule: ReminderSchedule,
  now: Instant,
): { number: number; next: Instant | undefined } {
  const times = REMINDERS[schedule].map((_, sent) => nextReminder(schedule, task.openedAt, sent) ?? now);
  const passed = times.filter((time) => time <= now).length;
  const number = Math.max(passed, task.reminders);
  return { number, next: times[number] };
}
