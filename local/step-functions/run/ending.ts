import { reset } from "./abort.ts";
import { HISTORY_FULL, type Failure } from "../values/failures.ts";
import { WHOLE } from "./history-events.ts";
import type { ExecutionStatus } from "../store/records.ts";
import type { Run } from "./run.ts";

type EndStatus = Exclude<ExecutionStatus, "RUNNING">;
type Outcome = { error?: string; cause?: string; output?: string };

/** Ends an execution: writes its last event and its record, and cancels what it waited for. */
export function finish(run: Run, status: EndStatus, outcome: Failure & { output?: string }): void {
  if (run.isFull && status === "SUCCEEDED") return finish(run, "FAILED", HISTORY_FULL);
  const { record, branches } = run;
  const { output, error, cause } = outcome;
  const known = { ...(typeof error === "string" && { error }), ...(typeof cause === "string" && { cause }) };
  writeEnd(run, status, { ...known, output });
  const stopDate = run.services.clock.now();
  Object.assign(record, { status, stopDate, output: output ?? null }, known);
  run.touched = true;
  run.ready.length = 0;
  for (const branch of branches.all()) reset(run, branch);
  if (status === "SUCCEEDED" && branches.root) branches.removeChildren(branches.root);
  run.effects.push(() => {
    run.cancelTimers();
    run.services.changed(run, status);
  });
}

/** An ending from outside follows no event of the execution. Only the event contains a timeout. */
function writeEnd(run: Run, status: EndStatus, outcome: Outcome): void {
  const lastOfRoot = run.branches.root?.previous ?? 0;
  const { output, ...reason } = outcome;
  switch (status) {
    case "SUCCEEDED":
      return void run.write("ExecutionSucceeded", lastOfRoot, { output, outputDetails: WHOLE });
    case "FAILED":
      return void run.write("ExecutionFailed", lastOfRoot, reason);
    case "TIMED_OUT":
      return void run.write("ExecutionTimedOut", 0, { error: "States.Timeout" });
    case "ABORTED":
      return void run.write("ExecutionAborted", 0, reason);
  }
}
