import type { Timer, VirtualClock } from "../foundation/clock.ts";
import { type Schedule, scheduleOf } from "./schedule-expression.ts";

const DAY = 86_400_000;

/**
 * Runs schedules on the virtual clock. While the clock is moved, ticks of a schedule are coalesced: at most one per
 * `coalesce` milliseconds of virtual time (a day by default), and one at the end. A schedule of every five minutes
 * would otherwise tick 315,000 times in three years, without further results.
 */
export class Schedules {
  readonly #clock: VirtualClock;
  readonly #coalesce: number;
  readonly #timers = new Map<string, Timer>();

  constructor(clock: VirtualClock, coalesce = DAY) {
    this.#clock = clock;
    this.#coalesce = coalesce;
  }

  /** Calls `run` repeatedly, with the scheduled time. */
  add(
    name: string,
    expression: string,
    zone: string | undefined,
    run: (time: number) => Promise<void>,
  ): void {
    this.#arm(name, scheduleOf(expression, zone), this.#clock.now(), run);
  }

  #arm(name: string, schedule: Schedule, after: number, run: (time: number) => Promise<void>): void {
    const time = this.#nextTick(schedule, after);
    if (time === undefined) return void this.#timers.delete(name);
    const timer = this.#clock.at(time, () => {
      this.#arm(name, schedule, time, run);
      return run(time);
    });
    this.#timers.set(name, timer);
  }

  /** The next tick; while the clock is moved, the last one within the coalesced period. */
  #nextTick(schedule: Schedule, after: number): number | undefined {
    const first = schedule.next(after);
    const target = this.#clock.movingTo;
    if (target === undefined || first === undefined) return first;
    const limit = Math.min(after + this.#coalesce, target);
    let last = first;
    for (let next = schedule.next(last); next !== undefined && next <= limit; next = schedule.next(next))
      last = next;
    return last;
  }
}
