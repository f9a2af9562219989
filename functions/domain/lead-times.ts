import { dateOf, dayAfter, type Instant, startOfDay } from "./calendar.ts";
import type { HumanTask } from "./human-task.ts";
import { UNIT_OF } from "./lateness.ts";
import { type Side, sideOf } from "./people.ts";
import type { WholeDossier } from "./ports.ts";
import { holdsUp, type Stage, STAGES } from "./process.ts";
import { pausesOf, runningDays } from "./running-time.ts";

/**
 * `days`: calendar days, to a tenth, in which the side had to act. `daysLate`: days of the side (calendar days, for the
 * LED working days) that it was late, each begun one whole.
 */
export type SideTime = { days: number; daysLate: number };
export type SideTimes = SideTime & { byStage: { stage: Stage; days: number; daysLate: number }[] };
export type LeadTimes = Record<Side, SideTimes>;

type Stretch = { from: Instant; to: Instant };

/**
 * How long a task was somebody's turn: until it was decided or closed. What the LED cannot do yet is not its turn; a
 * consumer that was given more time had its turn all along.
 */
function openOf({ audience, openedAt, since, decision, closedAt }: HumanTask, now: Instant): Stretch {
  const from = sideOf(audience) === "led" ? since : openedAt;
  const to = decision?.at ?? closedAt ?? now;
  return { from: from < to ? from : to, to };
}

/** From the day after the deadline to the end. */
function lateOf(task: HumanTask, now: Instant): Stretch[] {
  if (task.deadline === undefined) return [];
  const { to } = openOf(task, now);
  const from = startOfDay(dayAfter(dateOf(task.deadline)));
  return from < to ? [{ from, to }] : [];
}

/** Stretches that overlap count once. */
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
 * How long each side took and how late it was, in all and by stage. A side's time runs only while a task of it is open;
 * two at once count once, hold time counts for nobody, and a task that holds nothing up makes no dossier last longer.
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
