import type { ActiveState } from "../run/active-state.ts";
import type { TaskState } from "../definition/definition.ts";
import { dataLimitExceeded, StateFailure, type Failure } from "../values/failures.ts";
import { attempt } from "./failing.ts";
import { activeState, succeed } from "./flow.ts";
import { TASK_EVENTS, WHOLE } from "../run/history-events.ts";
import { isTooLarge, type Json } from "../values/json.ts";
import type { Branch, TokenAnswer } from "../store/records.ts";
import type { Resource } from "../definition/resources.ts";
import type { Run } from "../run/run.ts";
import { resourceOf } from "./task.ts";

/** Result of a call. `child`: the execution that it started. */
export type CallResult = { output: Json; child?: string } | { failure: Failure };

/** The current task of a branch, if it is still in the given attempt. */
export function activeTask(run: Run, branch: Branch, number?: number): ActiveState<TaskState> | undefined {
  if (run.record.status !== "RUNNING" || !run.branches.has(branch)) return undefined;
  const active = activeState(run, branch);
  if (!active || !isTask(active) || !active.visit.task) return undefined;
  return number === undefined || active.visit.attempt === number ? active : undefined;
}

const isTask = (active: ActiveState): active is ActiveState<TaskState> => active.state.Type === "Task";

/** The call was answered; with `.sync` or a token the task continues. */
export async function callAnswered(active: ActiveState<TaskState>, result: CallResult): Promise<void> {
  const { visit, state, run, branch } = active;
  const resource = resourceOf(state);
  const early = visit.task?.answer;
  await attempt(active, async () => {
    if ("failure" in result) {
      if (early) return complete(active, resource, early);
      throw failed(active, resource, "Failed", result.failure);
    }
    if (isTooLarge(run.textOf(result.output)))
      throw failed(active, resource, "Failed", dataLimitExceeded(state.Resource));
    if (resource.pattern === "request") return complete(active, resource, result);
    recordResult(active, resource, "Submitted", result.output);
    if (early) return complete(active, resource, early);
    visit.phase = resource.pattern === "token" ? "token" : "child";
    const { child } = result;
    if (child === undefined || !visit.task || visit.phase !== "child") return;
    visit.task.child = child;
    run.branches.keep(branch);
    run.effects.push(() => run.services.awaitChild(run, branch, child));
  });
}

/** The task ended: by its answer, its token or its child execution. */
export function taskEnded(active: ActiveState<TaskState>, answer: TokenAnswer): Promise<void> {
  return attempt(active, () => complete(active, resourceOf(active.state), answer));
}

/** The task timed out, as a whole or between two heartbeats. */
export function taskTimedOut(active: ActiveState<TaskState>, heartbeat: boolean): Promise<void> {
  const { visit, run, state } = active;
  const { child, answer } = visit.task ?? {};
  if (answer) return taskEnded(active, answer);
  if (child) run.effects.push(() => run.services.stopChild(child));
  return attempt(active, async () => {
    throw failed(active, resourceOf(state), "TimedOut", { error: "States.Timeout", heartbeat });
  });
}

async function complete(
  active: ActiveState<TaskState>,
  resource: Resource,
  answer: TokenAnswer,
): Promise<void> {
  if (!("output" in answer)) throw failed(active, resource, "Failed", answer);
  recordResult(active, resource, "Succeeded", answer.output);
  await succeed(active, answer.output);
}

const calledIn = (resource: Resource) =>
  resource.kind === "function" ? {} : { resourceType: resource.resourceType, resource: resource.resource };

function recordResult(
  active: ActiveState,
  resource: Resource,
  what: "Submitted" | "Succeeded",
  output: Json,
): void {
  const details = { output: active.run.textOf(output), outputDetails: WHOLE };
  active.record(TASK_EVENTS[resource.kind][what], { ...calledIn(resource), ...details });
}

function failed(active: ActiveState, resource: Resource, what: "Failed" | "TimedOut", failure: Failure) {
  const { error, cause } = failure;
  const details = {
    ...(typeof error === "string" ? { error } : {}),
    ...(typeof cause === "string" ? { cause } : {}),
  };
  active.record(TASK_EVENTS[resource.kind][what], { ...calledIn(resource), ...details });
  return new StateFailure(failure);
}
