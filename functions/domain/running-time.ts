import {
  fromWallTime,
  type Instant,
  isWorkingDate,
  startOfDay,
  dateOf,
  dayAfter,
  toWallTime,
  type WallTime,
} from "./calendar.ts";
import type { Pause } from "./dossier.ts";

/** Unit of a running time: calendar days or working days. */
export type DayUnit = "calendar" | "working";
/** A length of time in which a side can act; holds do not count. */
export type RunningTime = { days: number; unit: DayUnit };

const DAY: WallTime = 86_400_000;
type Stretch = { from: WallTime; to: WallTime };

/** The periods in which the clocks of a dossier stand still: its holds. */
export type Standstill = { pauses: readonly Pause[]; hold?: { since: Instant; until: Instant } };

/** The holds of a dossier, including the current one up to its end date. */
export const pausesOf = ({ pauses, hold }: Standstill): readonly Pause[] =>
  hold ? [...pauses, { from: hold.since, to: hold.until }] : pauses;

/**
 * Whether a dossier is on hold. A hold whose end date has passed is over, even before follow-up resumes the dossier.
 */
export const isOnHold = ({ hold }: Standstill, now: Instant): boolean =>
  hold !== undefined && now < hold.until;

const startOf = (time: WallTime): WallTime => Math.floor(time / DAY) * DAY;
const counts = (time: WallTime, unit: DayUnit): boolean =>
  unit === "calendar" || isWorkingDate(new Date(time).toISOString().slice(0, 10));

/** The counted part of a stretch, in milliseconds. */
function counted({ from, to }: Stretch, unit: DayUnit): number {
  if (unit === "calendar") return Math.max(0, to - from);
  let sum = 0;
  for (let at = from; at < to; at = startOf(at) + DAY)
    if (counts(at, unit)) sum += Math.min(to, startOf(at) + DAY) - at;
  return sum;
}

/** The moment at which this much time has counted. In working days it always falls on a working day. */
function after(from: WallTime, length: number, unit: DayUnit): WallTime {
  if (unit === "calendar") return from + length;
  let [at, left] = [from, length];
  for (;;) {
    const next = startOf(at) + DAY;
    if (counts(at, unit)) {
      if (left < next - at) return at + left;
      left -= next - at;
    }
    at = next;
  }
}

/** The periods between the pauses, from a moment on; the last has no end. */
function running(from: WallTime, pauses: readonly Pause[]): Stretch[] {
  const stretches: Stretch[] = [];
  let at = from;
  const stops = pauses.map((pause) => ({ from: toWallTime(pause.from), to: toWallTime(pause.to) }));
  for (const stop of stops.sort((a, b) => a.from - b.from)) {
    if (stop.from > at) stretches.push({ from: at, to: stop.from });
    at = Math.max(at, stop.to);
  }
  return [...stretches, { from: at, to: Infinity }];
}

/**
 * The moment at which a running time has passed, not counting pauses. Days are counted in local time, so daylight
 * saving does not change the time of day. A working day counts from midnight to midnight.
 */
export function endOfRunningTime(
  since: Instant,
  { days, unit }: RunningTime,
  pauses: readonly Pause[],
): Instant {
  let left = Math.round(days * DAY);
  for (const { from, to } of running(toWallTime(since), pauses)) {
    const end = after(from, left, unit);
    if (end <= to) return fromWallTime(end);
    left -= counted({ from, to }, unit);
  }
  throw new RangeError("time without an end");
}

/** Running days between two moments, not counting pauses; fractional. */
export function runningDays(from: Instant, to: Instant, unit: DayUnit, pauses: readonly Pause[]): number {
  const end = toWallTime(to);
  const stretches = running(toWallTime(from), pauses).map((stretch) => ({
    from: stretch.from,
    to: Math.min(stretch.to, end),
  }));
  return stretches.reduce((sum, stretch) => sum + counted(stretch, unit), 0) / DAY;
}

/** Days late. The day of the deadline is on time until its end; after that every begun day counts. 0 when on time. */
export function daysLate(deadline: Instant, now: Instant, unit: DayUnit, pauses: readonly Pause[]): number {
  const from = startOfDay(dayAfter(dateOf(deadline)));
  if (now < from) return 0;
  return Math.ceil(runningDays(from, now, unit, pauses));
}
