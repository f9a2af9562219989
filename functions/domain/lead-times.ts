import { dateOf, dayAfter, type Instant, startOfDay } from "./calendar.ts";
import type { HumanTask } from "./human-task.ts";
import { UNIT_OF } from "./lateness.ts";
import { type Side, sideOf } from "./people.ts";
import type { WholeDossier } from "./ports.ts";
import { holdsUp, type Stage, STAGES } from "./process.ts";
import { pausesOf, runningDays } from "./running-time.ts";

/**
 * `days`: calendar days, to a tenth, in which the side had to act. `daysLate`: whole days, rounded up, that the side
 * was late (calendar days for the consumer, working days for the LED).
 */
export type SideTime = { days: number; daysLate: number };
export type SideTimes = SideTime & { byStage: { stage: Stage; days: number; daysLate: number }[] };
export type LeadTimes = Record<Side, SideTimes>;

type Stretch = { from: Instant; to: Instant };

/**
 * The period in which the task waited for its side, until it was decided or closed. For the LED it starts when the task
 * can be done; an extension does not move the start for the consumer.
 */
function openOf({ audience, openedAt, since, decision, closedAt }: HumanTask, now: Instant): Stretch {
  const from = sideOf(audience) === "led" ? since : openedAt;
  const to = decision?.at ?? closedAt ?? now;
  return { from: from < to ? from : to, to };
}

/** From the day after the deadline to the end of the task. */
function lateOf(task: HumanTask, now: Instant): Stretch[] {
  if (task.deadline === undefined) return [];
  const { to } = openOf(task, now);
  const from = startOfDay(dayAfter(dateOf(task.deadline)));
  return from < to ? [{ from, to }] : [];
}

/** Merges overlapping periods, so that they count once. */
function merged(stretches: Stretch[]): Stretch[] {
  const result: Stretch[] = [];
  for (const { from, to } of stretches.toSorted((a, b) => a.from.localeCompare(b.from))) {
    const last = result.at(-1);
    if (last && from <= last.to) last.to = to > last.to ? to : last.to;
    else result.push({ from, to });
  }
  return result;
}

function timeOf(side: Side, tasks: HumanTask[], whole: WholeDossier, now: Instant): SideTime {
  const pauses = pausesOf(whole.dossier);
  const sum = (stretches: Stretch[], unit: (typeof UNIT_OF)[Side]) =>
    merged(stretches).reduce((days, { from, to }) => days + runningDays(from, to, unit, pauses), 0);
  const held = tasks.filter(({ kind }) => holdsUp(kind));
  const days = sum(
    held.map((task) => openOf(task, now)),
    "calendar",
  );
  const late = sum(
    tasks.flatMap((task) => lateOf(task, now)),
    UNIT_OF[side],
  );
  return { days: Math.round(days * 10) / 10, daysLate: Math.ceil(late) };
}

/**
 * How long each side took and how late it was, in total and by stage. The time of a side runs only while it has an open
 * task. Simultaneous tasks count once and holds do not count. `days` leaves out tasks that hold nothing up.
 */
export function leadTimesOf(whole: WholeDossier, now: Instant): LeadTimes {
  const of = (side: Side): SideTimes => {
    const own = whole.tasks.filter(({ audience }) => sideOf(audience) === side);
    const byStage = STAGES.flatMap((stage) => {
      const tasks = own.filter((task) => task.stage === stage);
      return tasks.length === 0 ? [] : [{ stage, ...timeOf(side, tasks, whole, now) }];
    });
    return { ...timeOf(side, own, whole, now), byStage };
  };
  return { consumer: of("consumer"), led: of("led") };
}
