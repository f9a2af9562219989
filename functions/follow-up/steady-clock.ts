import { GiveUp } from "../domain/errors.ts";

/**
 * Acts by the clock cannot be undone: an expiry is a decision, and a digest moves to the next day. Therefore the clock
 * is checked against two other sources. EventBridge gives the time of the sweep, and delivers it within five minutes or
 * drops it. During the sweep, the clock must advance as fast as a monotonic timer.
 */
const MOST_APART = 15 * 60_000;

/** Milliseconds. `now`: the clock. `elapsed`: a monotonic timer. */
export type Timers = { now: () => number; elapsed: () => number };

/**
 * Throws where the clock and the time of the event are too far apart. Returns a function that checks whether the clock
 * still runs steadily; after a jump this sweep ends and the next one continues.
 */
export function steadyClock(eventTime: string | undefined, { now, elapsed }: Timers): () => boolean {
  const started = now();
  const startedAt = elapsed();
  const apart = eventTime === undefined ? 0 : Math.abs(started - Date.parse(eventTime));
  if (apart > MOST_APART) throw new GiveUp("CLOCK_IS_WRONG", { minutes: Math.round(apart / 60_000) });
  return () => Math.abs(now() - started - (elapsed() - startedAt)) <= MOST_APART;
}
