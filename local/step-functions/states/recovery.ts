import type { Catcher, Retrier } from "../definition/definition.ts";
import type { Failure } from "../values/failures.ts";

const DEFAULTS = { IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2 };

/** Whether a retrier or catcher matches an error, by name or by wildcard of Amazon States Language. */
function matches(names: string[], { error, heartbeat, terminal }: Failure): boolean {
  if (names.includes(error ?? "")) return true;
  if (heartbeat && names.includes("States.HeartbeatTimeout")) return true;
  if (terminal || error === "States.Runtime") return false;
  if (names.includes("States.ALL")) return true;
  return names.includes("States.TaskFailed") && error !== "States.Timeout";
}

/**
 * The delay in milliseconds before the next attempt; undefined when the failure is not retried. Counts the attempt in
 * `retries`, which has one number per retrier.
 */
export function nextRetry(
  retriers: Retrier[] | undefined,
  failure: Failure,
  retries: number[],
): number | undefined {
  const place = (retriers ?? []).findIndex((retrier) => matches(retrier.ErrorEquals, failure));
  const retrier = retriers?.[place];
  if (!retrier) return undefined;
  const { IntervalSeconds, MaxAttempts, BackoffRate } = { ...DEFAULTS, ...retrier };
  const before = retries[place] ?? 0;
  if (before >= MaxAttempts) return undefined;
  for (let index = retries.length; index < place; index++) retries.push(0);
  retries[place] = before + 1;
  const delay = Math.min(IntervalSeconds * BackoffRate ** before, retrier.MaxDelaySeconds ?? Infinity) * 1000;
  return Math.round(retrier.JitterStrategy === "FULL" ? Math.random() * delay : delay);
}

export const findCatcher = (catchers: Catcher[] | undefined, failure: Failure) =>
  catchers?.find((catcher) => matches(catcher.ErrorEquals, failure));

/** The value of `$states.errorOutput` in a catcher; unknown values are empty texts. */
export const errorOutput = ({ error, cause }: Failure) => ({
  Error: error === undefined ? "" : error,
  Cause: cause === undefined ? "" : cause,
});
