import { GiveUp } from "../domain/errors.ts";

/**
 * What follow-up does by the clock cannot be taken back: an expiry is a decision, a digest moves to the next day. So it
 * trusts no clock alone. EventBridge names the time of a sweep, which is delivered within five minutes or dropped; and
 * while the sweep runs, time passes as fast by the clock as by the processor.
 */
const MOST_APART = 15 * 60_000;

/** Milliseconds: `now` by the clock, `elapsed` by a timer that never jumps. */
export type Timers = { now: () => number; elapsed: () => number };

/**
 * Throws where the clock and the time of the event are too far apart. Answers whether the clock still runs steadily; when
 * it jumped, this sweep ends and leaves the rest to the next one.
 */
export function steadyClock(eventTime: string | undefined, { now, elapsed }: Timers): () => boolean {
  const started = now();
  const startedAt = elapsed();
  const apart = eventTime === undefined ? 0 : Math.abs(started - Date.parse(eventTime));
  if (apart > MOST_APART) throw new GiveUp("CLOCK_IS_WRONG", { minutes: Math.round(apart / 60_000) });
  return () => Math.abs(now() - started - (elapsed() - startedAt)) <= MOST_APART;
}
