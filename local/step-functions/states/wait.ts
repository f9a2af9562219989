import type { ActiveState } from "../run/active-state.ts";
import type { WaitState } from "../definition/definition.ts";
import { EvaluationError } from "../values/failures.ts";
import { succeed } from "./flow.ts";
import { readTimestamp } from "../values/timestamps.ts";

/** Maximum wait in the service, in seconds. */
const LONGEST_WAIT = 99_999_999;

export async function beginWait(active: ActiveState<WaitState>): Promise<void> {
  const { visit, run } = active;
  const until = await endOf(active);
  if (until <= run.services.clock.now()) return succeed(active);
  visit.phase = "wait";
  visit.wakeAt = until;
  run.branches.keep(active.branch);
}

async function endOf(active: ActiveState<WaitState>): Promise<number> {
  const { Seconds, Timestamp } = active.state;
  if (Timestamp !== undefined) {
    const text = (await active.text(Timestamp, "Timestamp")) ?? "";
    const time = readTimestamp(text);
    if (time !== undefined) return time;
    const told =
      "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string:";
    throw new EvaluationError(`${told} ${text}`, "Timestamp");
  }
  const seconds = (await active.number(Seconds, "Seconds")) ?? 0;
  if (seconds < 0 || seconds > LONGEST_WAIT) {
    throw new EvaluationError(
      `The Seconds field must be between 0 and ${LONGEST_WAIT} but was: ${seconds}`,
      "Seconds",
    );
  }
  return active.run.services.clock.now() + seconds * 1000;
}
