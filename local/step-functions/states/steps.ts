import type { ActiveState } from "../run/active-state.ts";
import { finish } from "../run/ending.ts";
import { attempt } from "./failing.ts";
import { HISTORY_FULL } from "../values/failures.ts";
import { activeState, succeed } from "./flow.ts";
import type { Branch } from "../store/records.ts";
import type { Run } from "../run/run.ts";
import { beginChoice } from "./choice.ts";
import { beginFail } from "./fail.ts";
import { beginMap } from "./map.ts";
import { beginParallel } from "./parallel.ts";
import { beginPass } from "./pass.ts";
import { beginSucceed } from "./succeed.ts";
import { activeTask, taskTimedOut } from "./task-answer.ts";
import { beginTask } from "./task.ts";
import { beginWait } from "./wait.ts";

/** Runs an execution until no branch can continue by itself. */
export async function drain(run: Run): Promise<void> {
  for (let branch = run.ready.shift(); branch; branch = run.ready.shift()) {
    const isLive = run.branches.has(branch) && branch.visit?.phase === "begin";
    if (!isLive) continue;
    if (isAtItsEnd(run)) return;
    const active = activeState(run, branch);
    if (active) await attempt(active, () => begin(active));
  }
  isAtItsEnd(run);
}

/** A looping execution reaches the limit of its history or of its time. */
function isAtItsEnd(run: Run): boolean {
  const { record, services } = run;
  if (record.status !== "RUNNING") return true;
  if (run.isFull) {
    finish(run, "FAILED", HISTORY_FULL);
    return true;
  }
  if (services.clock.now() < record.deadline) return false;
  finish(run, "TIMED_OUT", {});
  return true;
}

function begin(active: ActiveState): Promise<void> {
  const { run, branch, visit, state } = active;
  run.branches.keep(branch);
  delete visit.wakeAt;
  switch (state.Type) {
    case "Task":
      return beginTask(active.as(state));
    case "Choice":
      return beginChoice(active.as(state));
    case "Wait":
      return beginWait(active.as(state));
    case "Fail":
      return beginFail(active.as(state));
    case "Parallel":
      return beginParallel(active.as(state));
    case "Map":
      return beginMap(active.as(state));
    case "Pass":
      return beginPass(active);
    case "Succeed":
      return beginSucceed(active);
  }
}

/** A timer fell due, of a branch or of the whole execution. */
export async function due(run: Run, branch: Branch | undefined): Promise<void> {
  const now = run.services.clock.now();
  if (run.record.status !== "RUNNING") return;
  if (!branch) {
    if (run.record.deadline <= now) finish(run, "TIMED_OUT", {});
    return;
  }
  const { visit } = branch;
  if (!visit || !run.branches.has(branch)) return;
  run.branches.keep(branch);
  if (visit.wakeAt !== undefined && visit.wakeAt <= now) return wake(run, branch);
  const task = activeTask(run, branch);
  const { timeoutAt = Infinity, heartbeatAt = Infinity } = visit.task ?? {};
  if (task && timeoutAt <= now) return taskTimedOut(task, false);
  if (task && heartbeatAt <= now) return taskTimedOut(task, true);
}

async function wake(run: Run, branch: Branch): Promise<void> {
  const active = activeState(run, branch);
  if (!active) return;
  delete active.visit.wakeAt;
  if (active.visit.phase === "wait") return attempt(active, () => succeed(active));
  active.visit.phase = "begin";
  run.services.entered();
  run.ready.push(branch);
}
