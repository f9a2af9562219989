import { addDays, endOfDay, type Instant, laterOf, onWorkingDay } from "./calendar.ts";
import { type Side, sideOf } from "./people.ts";
import type { TaskClocks } from "./clocks.ts";
import type { Dossier } from "./dossier.ts";
import { type HumanTask, taskId } from "./human-task.ts";
import {
  MENDED_WITHIN,
  remindersOf,
  type ReminderSchedule,
  STALLED_DAYS,
  type TaskDefinition,
} from "./task-definition.ts";
import { endOfRunningTime, pausesOf, runningDays, type Standstill } from "./running-time.ts";

/** What the times of a task depend on: the holds of its dossier, and other decisions about the task. */
type Around = { dossier: Dossier; tasks: readonly HumanTask[] };

/** The times of all reminders of a task. */
export const reminderTimes = (
  schedule: ReminderSchedule,
  since: Instant,
  standstill: Standstill,
): Instant[] => {
  const { days, unit } = remindersOf(schedule);
  return days.map((day) => endOfRunningTime(since, { days: day, unit }, pausesOf(standstill)));
};

/** The questions to the LED team about this stalled task, oldest first. */
const aboutIt = (task: HumanTask, tasks: readonly HumanTask[]): HumanTask[] =>
  tasks
    .filter(({ kind, about }) => kind === "DecideStalled" && about === taskId(task))
    .sort((a, b) => a.openedAt.localeCompare(b.openedAt));

/** The open question to the LED team about this stalled task. */
export const openQuestionAbout = (task: HumanTask, tasks: readonly HumanTask[]): HumanTask | undefined =>
  aboutIt(task, tasks).find(({ status }) => status === "open");

/** Days before an agreed date from which a side is reminded, as if its task had opened then. */
const REMINDED_BEFORE_DAYS: Record<Side, number> = { consumer: 21, led: 7 };

/**
 * Start of the silence: the start of the task, the end of its last extension, or some weeks before the date that both
 * parties agreed on.
 */
export function silentSince({ since, givenUntil, plannedBy, deadline, audience }: Timed): Instant {
  if (givenUntil !== undefined) return deadline ?? givenUntil;
  if (plannedBy === undefined || deadline === undefined) return since;
  return laterOf(since, addDays(deadline, -REMINDED_BEFORE_DAYS[sideOf(audience)]));
}
type Timed = Pick<HumanTask, "since" | "givenUntil" | "plannedBy" | "deadline" | "audience">;

function deadlineOf({ due }: TaskDefinition, task: HumanTask, { dossier }: Around): Instant | undefined {
  const pauses = pausesOf(dossier);
  const until = task.givenUntil ?? (task.plannedBy && endOfDay(task.plannedBy));
  if (until !== undefined) {
    const days = runningDays(task.since, until, "calendar", []);
    return endOfRunningTime(task.since, { days, unit: "calendar" }, pauses);
  }
  if (due === "none") return undefined;
  if (typeof due !== "function") return onWorkingDay(endOfRunningTime(task.since, due, pauses));
  const date = due(dossier, task.openedAt);
  return date === undefined ? undefined : endOfDay(date);
}

/** When the LED team is asked how to continue: never while a question is open, and counted from the last answer. */
function stalledAt({ stalls }: TaskDefinition, task: HumanTask, { dossier, tasks }: Around) {
  if (!stalls || openQuestionAbout(task, tasks)) return undefined;
  const answered = aboutIt(task, tasks).flatMap(({ decision }) => decision?.at ?? []);
  const since = [silentSince(task), ...answered].sort().at(-1) ?? task.since;
  return endOfRunningTime(since, { days: STALLED_DAYS, unit: "calendar" }, pausesOf(dossier));
}

/** The task's own clocks that are still pending: a hold may have postponed or moved them. */
function ownClocks(
  definition: TaskDefinition,
  { clocks, openedAt }: HumanTask,
  { dossier }: Around,
): TaskClocks {
  const own = Object.entries(definition.clocks(dossier, openedAt));
  return Object.fromEntries(own.filter(([name]) => name in clocks));
}

/**
 * The times of a task whose mails do not arrive: nobody was asked, so it has no deadline and no reminder. The LED team is
 * asked how to continue when it did not mend the address by then.
 */
function unreachedTimes(definition: TaskDefinition, task: HumanTask, around: Around) {
  const { unreached } = task;
  const asksTeam = unreached !== undefined && definition.stalls && !openQuestionAbout(task, around.tasks);
  const answered = aboutIt(task, around.tasks).flatMap(({ decision }) => decision?.at ?? []);
  const since = [unreached ?? task.since, ...answered].sort().at(-1) ?? task.since;
  const stalled = endOfRunningTime(since, MENDED_WITHIN, pausesOf(around.dossier));
  const own = ownClocks(definition, task, around);
  return { deadline: undefined, clocks: { ...task.clocks, ...own, ...(asksTeam ? { stalled } : {}) } };
}

/** The deadline and the business clocks of an open task, counted from `since`; other clocks stay unchanged. */
export function timesOf(
  definition: TaskDefinition,
  task: HumanTask,
  around: Around,
): Pick<HumanTask, "deadline" | "clocks"> {
  const { reminder: _reminder, stalled: _stalled, ...others } = task.clocks;
  if (task.unreached !== undefined) return unreachedTimes(definition, { ...task, clocks: others }, around);
  const timed = { ...task, deadline: deadlineOf(definition, task, around) };
  const reminder = reminderTimes(definition.reminders, silentSince(timed), around.dossier)[task.reminders];
  const stalled = stalledAt(definition, timed, around);
  const clocks: TaskClocks = {
    ...others,
    ...ownClocks(definition, task, around),
    ...(reminder === undefined ? {} : { reminder }),
    ...(stalled === undefined ? {} : { stalled }),
  };
  return { deadline: timed.deadline, clocks };
}
