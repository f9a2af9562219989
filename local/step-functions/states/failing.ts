import { abort } from "../run/abort.ts";
import type { ActiveState } from "../run/active-state.ts";
import type { Catcher } from "../definition/definition.ts";
import { finish } from "../run/ending.ts";
import { EvaluationError, StateFailure, type Failure } from "../values/failures.ts";
import { activeState, leave } from "./flow.ts";
import type { Branch } from "../store/records.ts";
import { errorOutput, findCatcher, nextRetry } from "./recovery.ts";
import type { Run } from "../run/run.ts";

/** Handling of a failed state. Each function adds the same events as the service. */

/** Runs a part of a state; an exception fails the state. */
export async function attempt(active: ActiveState, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (thrown) {
    await fail(active, failureOf(active, thrown));
  }
}

/** Handles the failure of a state: retry, catch, or failure of its branch. */
export async function fail(active: ActiveState, failure: Failure): Promise<void> {
  const { run, branch, visit, state } = active;
  delete visit.task;
  delete visit.wakeAt;
  const recovering = "Retry" in state || "Catch" in state ? state : undefined;
  const delay = nextRetry(recovering?.Retry, failure, visit.retries);
  run.branches.keep(branch);
  if (delay !== undefined) {
    visit.phase = "retry";
    visit.retryCount += 1;
    visit.wakeAt = run.services.clock.now() + delay;
    run.branches.removeChildren(branch);
    return;
  }
  visit.phase = run.branches.children(branch).length > 0 ? "branches" : "begin";
  if (state.Type === "Map" || state.Type === "Parallel") active.record(`${state.Type}StateFailed`);
  const catcher = findCatcher(recovering?.Catch, failure);
  if (!catcher) return branchFailed(run, branch, failure);
  try {
    await recover(active, catcher, recovering?.Catch?.indexOf(catcher) ?? 0, failure);
  } catch (thrown) {
    await branchFailed(run, branch, failureOf(active, thrown));
  }
}

function recover(active: ActiveState, catcher: Catcher, place: number, failure: Failure): Promise<void> {
  const caught = errorOutput(failure);
  return leave(active, {
    output: catcher.Output,
    assign: catcher.Assign,
    otherwise: caught,
    next: catcher.Next,
    seen: { errorOutput: caught },
    location: `Catch[${place}]/`,
  });
}

async function branchFailed(run: Run, branch: Branch, failure: Failure): Promise<void> {
  const parent = run.branches.parentOf(branch);
  if (!parent) return finish(run, "FAILED", failure);
  const around = activeState(run, parent);
  if (!around) return;
  if (branch.visit && run.branches.stateOf(branch).Type === "Task")
    run.write("TaskStateAborted", branch.previous);
  parent.previous = branch.previous;
  if (around.state.Type === "Map") {
    run.write("MapIterationFailed", branch.previous, { name: around.visit.state, index: branch.index });
  }
  for (const sibling of run.branches.children(parent)) if (sibling !== branch) abort(run, sibling);
  await fail(around, failure);
}

function failureOf(active: ActiveState, thrown: unknown): Failure {
  if (thrown instanceof StateFailure) return thrown.failure;
  if (!(thrown instanceof EvaluationError)) return { error: "States.Runtime", cause: String(thrown) };
  const { run, branch, visit, state } = active;
  const where = `An error occurred while executing the state '${visit.state}' (entered at the event id #${visit.enteredId}).`;
  const failure = { error: "States.QueryEvaluationError", cause: `${where} ${thrown.message}` };
  const { location } = thrown;
  // As recorded: the event follows the one before the entering, except in a Wait.
  const isFirst = branch.previous === visit.enteredId && state.Type !== "Wait";
  const previous = isFirst ? visit.enteredPrevious : branch.previous;
  const details = { ...failure, ...(location === undefined ? {} : { location }), state: visit.state };
  branch.previous = run.write("EvaluationFailed", previous, details);
  run.branches.keep(branch);
  return failure;
}
