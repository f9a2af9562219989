import { deadlineOf } from "./execution-start.ts";
import { HISTORY_FULL } from "../values/failures.ts";
import { attempt } from "./failing.ts";
import { activeState } from "./flow.ts";
import type { Branch, ExecutionRecord } from "../store/records.ts";
import type { Run } from "../run/run.ts";
import { isMap } from "./branches.ts";
import { startIterations } from "./map.ts";

/** Time after its end within which an execution can be redriven: 14 days, in milliseconds. */
const REDRIVABLE_FOR = 14 * 24 * 3600 * 1000;

/** Whether an execution can be redriven, in the format of DescribeExecution. */
export function redriveStatus(record: ExecutionRecord, now: number) {
  const { status, stopDate } = record;
  const not = (reason: string) => ({ redriveStatus: "NOT_REDRIVABLE", redriveStatusReason: reason });
  if (status === "RUNNING" || status === "SUCCEEDED") {
    return not(`Execution is ${status} and cannot be redriven`);
  }
  const isPast = stopDate !== null && now - stopDate > REDRIVABLE_FOR;
  if (record.cause === HISTORY_FULL.cause)
    return not("Execution history event limit exceeded and cannot be redriven");
  if (isPast) return not("Execution has exceeded its redrivable period and cannot be redriven");
  return { redriveStatus: "REDRIVABLE", redriveStatusReason: undefined };
}

/** Restarts a failed execution where it ended: succeeded states are kept, the others restart. */
export async function redrive(run: Run): Promise<void> {
  const { record, definition, services } = run;
  const now = services.clock.now();
  record.redriveCount += 1;
  Object.assign(record, { status: "RUNNING", redriveDate: now, stopDate: null, output: null });
  delete record.error;
  delete record.cause;
  record.deadline = deadlineOf(now, definition.TimeoutSeconds);
  run.touched = true;
  const previous = run.write("ExecutionRedriven", run.lastEventId, { redriveCount: record.redriveCount });
  const root = run.branches.root;
  if (root) await restart(run, root, previous);
}

async function restart(run: Run, branch: Branch, previous: number): Promise<void> {
  const { visit } = branch;
  if (!visit) return;
  branch.previous = previous;
  visit.retryCount = 0;
  visit.retries = [];
  run.branches.keep(branch);
  if (visit.phase !== "branches") {
    visit.phase = "begin";
    run.ready.push(branch);
    return;
  }
  for (const child of run.branches.children(branch)) await restart(run, child, previous);
  const active = activeState(run, branch);
  if (active && isMap(active)) await attempt(active, () => startIterations(active));
}
