import { randomUUID } from "node:crypto";
import type { ActiveState } from "../run/active-state.ts";
import type { TaskState } from "../definition/definition.ts";
import { EvaluationError } from "../values/failures.ts";
import { WHOLE } from "../run/history-events.ts";
import { isJsonObject, type Json } from "../values/json.ts";
import type { TaskAttempt } from "../store/records.ts";
import { readResource, type Resource } from "../definition/resources.ts";
import { newToken } from "../values/tokens.ts";

/** Maximum timeout in the service, in seconds. */
const LONGEST = 99_999_999;

/** Schedules the call, which is made after the commit. */
export async function beginTask(active: ActiveState<TaskState>): Promise<void> {
  const { run, branch, visit, state } = active;
  const resource = resourceOf(state);
  visit.attempt += 1;
  const task: TaskAttempt = { arguments: null, roleArn: run.record.roleArn };
  visit.task = task;
  if (resource.pattern === "token") {
    task.token = newToken({ sequence: run.record.sequence, branch: branch.id });
  }
  const timeout = await seconds(active, state.TimeoutSeconds, "TimeoutSeconds");
  const heartbeat = await seconds(active, state.HeartbeatSeconds, "HeartbeatSeconds");
  const role = await active.text(state.Credentials?.RoleArn, "Credentials/RoleArn");
  task.arguments =
    state.Arguments === undefined ? visit.input : await active.evaluate(state.Arguments, "Arguments");
  task.roleArn = role ?? run.record.roleArn;
  if (resource.kind === "service" && resource.resourceType === "states")
    task.childName = nameOf(task.arguments);
  recordScheduled(active, resource, { task, timeout, heartbeat, role });
  setTimes(task, run.services.clock.now(), timeout, heartbeat);
  visit.phase = "call";
  run.effects.push(() => run.services.call(run, branch));
}

export function resourceOf(state: TaskState): Resource {
  const resource = readResource(state.Resource);
  if (!resource) throw new EvaluationError(`The resource '${state.Resource}' is not supported`, "Resource");
  return resource;
}

/** The requested name of a child execution, or a generated one. */
function nameOf(given: Json): string {
  const name = isJsonObject(given) ? given.Name : undefined;
  return typeof name === "string" ? name : randomUUID();
}

function setTimes(
  task: TaskAttempt,
  now: number,
  timeout: number | undefined,
  heartbeat: number | undefined,
) {
  if (timeout !== undefined) task.timeoutAt = now + timeout * 1000;
  if (heartbeat === undefined) return;
  task.heartbeatSeconds = heartbeat;
  task.heartbeatAt = now + heartbeat * 1000;
}

async function seconds(
  active: ActiveState,
  field: Json | undefined,
  name: string,
): Promise<number | undefined> {
  const value = await active.number(field, name);
  if (value === undefined || (value >= 1 && value <= LONGEST)) return value;
  throw new EvaluationError(`The ${name} field must be between 1 and ${LONGEST} but was: ${value}`, name);
}

type Scheduled = { task: TaskAttempt; timeout?: number; heartbeat?: number; role?: string };

function recordScheduled(
  active: ActiveState,
  resource: Resource,
  { task, timeout, heartbeat, role }: Scheduled,
) {
  const text = active.run.textOf(task.arguments);
  active.checkSize(text);
  const common = {
    ...(timeout === undefined ? {} : { timeoutInSeconds: timeout }),
    ...(heartbeat === undefined ? {} : { heartbeatInSeconds: heartbeat }),
    ...(role === undefined ? {} : { taskCredentials: { roleArn: role } }),
  };
  if (resource.kind === "function") {
    const input = { resource: resource.arn, input: text, inputDetails: WHOLE };
    delete common.heartbeatInSeconds;
    active.record("LambdaFunctionScheduled", { ...input, ...common });
    return active.record("LambdaFunctionStarted");
  }
  const called = { resourceType: resource.resourceType, resource: resource.resource };
  const { region } = active.run.services;
  active.record("TaskScheduled", { ...called, region, parameters: text, ...common });
  active.record("TaskStarted", called);
}
