import { ApiError } from "../values/failures.ts";
import { enter } from "./flow.ts";
import { WHOLE } from "../run/history-events.ts";
import { isTooLarge, parseJson, type Json } from "../values/json.ts";
import type { ExecutionRecord, RevisionRecord } from "../store/records.ts";
import type { Run } from "../run/run.ts";

const INVALID_NAME = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\p{Cc}]/u;

export function checkName(name: string): void {
  if (name.length < 1 || name.length > 80 || INVALID_NAME.test(name)) {
    throw new ApiError("InvalidName", `Invalid Name: '${name}'`);
  }
}

/** Maximum duration of an execution, in seconds: a year. */
const LONGEST = 365 * 24 * 3600;

/** The deadline of an execution. `timeout`: the TimeoutSeconds of the state machine. */
export const deadlineOf = (from: number, timeout = Infinity) => from + Math.min(timeout, LONGEST) * 1000;

type Given = Pick<ExecutionRecord, "sequence" | "arn" | "name" | "input" | "traceHeader" | "startedBy">;

export function newRecord(
  { machineArn, id: revisionId, roleArn }: RevisionRecord,
  given: Given,
  startDate: number,
  timeout?: number,
): ExecutionRecord {
  return {
    ...given,
    ...{ machineArn, revisionId, roleArn, startDate },
    ...{ status: "RUNNING", stopDate: null, output: null },
    deadline: deadlineOf(startDate, timeout),
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
  });
  const root = run.branches.add({ parent: null, index: 0, previous: 0 });
  enter(run, root, definition.StartAt, input);
}

export const executionArn = (machineArn: string, name: string): string =>
  `${machineArn.replace(":stateMachine:", ":execution:")}:${name}`;

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

/** Resumes an execution of an earlier process. */
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
