import { randomUUID } from "node:crypto";
import { ApiError } from "../values/failures.ts";
import { enter } from "./flow.ts";
import { WHOLE } from "../run/history-events.ts";
import { isTooLarge, parseJson, type Json } from "../values/json.ts";
import type { Target } from "../service/machines.ts";
import type { ExecutionRecord, MachineType } from "../store/records.ts";
import type { Run } from "../run/run.ts";

const INVALID_NAME = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]/u;

export function checkName(name: string): void {
  if (name.length < 1 || name.length > 80 || INVALID_NAME.test(name)) {
    throw new ApiError("InvalidName", `Invalid Name: '${name}'`);
  }
}

/** How long an execution lasts at most, in seconds: a year, or 5 minutes. */
const LONGEST = { STANDARD: 365 * 24 * 3600, EXPRESS: 300 };

/** When an execution runs out of time. `timeout`: the TimeoutSeconds of the state machine. */
export const deadlineOf = (type: MachineType, from: number, timeout = Infinity) =>
  from + Math.min(timeout, LONGEST[type]) * 1000;

type Given = Pick<ExecutionRecord, "sequence" | "arn" | "name" | "input" | "traceHeader" | "startedBy">;

export function newRecord(
  target: Target,
  given: Given,
  startDate: number,
  timeout?: number,
): ExecutionRecord {
  const { revision, versionArn, aliasArn } = target;
  const { type, machineArn, id: revisionId, roleArn } = revision;
  return {
    ...given,
    ...{ type, machineArn, versionArn, aliasArn, revisionId, roleArn, startDate },
    ...{ status: "RUNNING", stopDate: null, output: null, redriveCount: 0 },
    deadline: deadlineOf(type, startDate, timeout),
  };
}

/** Writes the start of an execution and enters its first state. */
export function begin(run: Run): void {
  const { record, definition, input } = run;
  run.touched = true;
  run.effects.push(() => run.services.changed(run, "RUNNING"));
  run.write("ExecutionStarted", 0, {
    input: record.input,
    inputDetails: WHOLE,
    roleArn: record.roleArn,
    ...(record.versionArn === undefined ? {} : { stateMachineVersionArn: record.versionArn }),
    ...(record.aliasArn === undefined ? {} : { stateMachineAliasArn: record.aliasArn }),
  });
  const root = run.branches.add({ parent: null, index: 0, previous: 0 });
  enter(run, root, definition.StartAt, input);
}

/** EXPRESS executions of one name may be many: their ARN ends in an id of its own. */
export function executionArn(machineArn: string, type: string, name: string): string {
  const kind = type === "EXPRESS" ? "express" : "execution";
  const arn = `${machineArn.replace(":stateMachine:", `:${kind}:`)}:${name}`;
  return type === "EXPRESS" ? `${arn}:${randomUUID()}` : arn;
}

export function checkInput(text: string): Json {
  if (isTooLarge(text)) {
    const constraint = "Member must have length less than or equal to 262144";
    throw new ApiError(
      "ValidationException",
      `1 validation error detected: Value at 'input' failed to satisfy constraint: ${constraint}`,
    );
  }
  try {
    return parseJson(text);
  } catch (error) {
    throw new ApiError("InvalidExecutionInput", `Invalid State Machine Execution Input: '${String(error)}'`);
  }
}

/** Takes up an execution where the process before left it. */
export function goOn(run: Run): void {
  const { services, effects } = run;
  run.armAll();
  for (const branch of run.branches.all()) {
    const { phase, task } = branch.visit ?? {};
    const child = task?.child;
    if (phase === "call") effects.push(() => services.call(run, branch));
    if (phase === "child" && child) effects.push(() => services.awaitChild(run, branch, child));
  }
}
