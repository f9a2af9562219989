import type { Clock, Timer } from "../../foundation/clock.ts";

/** At most one timer for each key, on the clock. */
export class Timers<Key> {
  readonly #clock: Clock;
  readonly #timers = new Map<Key, Timer>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Sets the timer of a key; Infinity removes it. */
  set(key: Key, time: number, run: () => Promise<void>): void {
    this.cancel(key);
    if (time < Infinity) this.#timers.set(key, this.#clock.at(time, run));
  }

  cancel(key: Key): void {
    const timer = this.#timers.get(key);
    if (!timer) return;
    timer.cancel();
    this.#timers.delete(key);
  }

  cancelAll(): void {
    for (const key of [...this.#timers.keys()]) this.cancel(key);
  }
}
