import { ApiError, HISTORY_FULL, type Failure } from "../values/failures.ts";
import { isJsonObject, parseJson, type Json, type JsonObject } from "../values/json.ts";
import type { ExecutionRecord, TaskAttempt, TokenAnswer } from "../store/records.ts";
import type { CallResult } from "../states/task-answer.ts";
import { refusal, sdkMetadata } from "./sdk.ts";

export type ChildStart = { stateMachineArn: string; name: string; input: string; roleArn: string };

/** Starts the execution of a Task; `start` throws ApiError or a missing permission of the role. */
export async function startExecution(
  task: TaskAttempt,
  start: (child: ChildStart) => Promise<ExecutionRecord>,
): Promise<CallResult> {
  const given = isJsonObject(task.arguments) ? task.arguments : {};
  const { StateMachineArn = "", Input } = given;
  try {
    const child = await start({
      stateMachineArn:
        typeof StateMachineArn === "string" ? StateMachineArn : JSON.stringify(StateMachineArn),
      name: task.childName ?? "",
      input: inputOf(Input),
      roleArn: task.roleArn,
    });
    const metadata = sdkMetadata("application/x-amz-json-1.0", child.arn.length);
    return { output: { ExecutionArn: child.arn, ...metadata, StartDate: child.startDate }, child: child.arn };
  } catch (thrown) {
    return { failure: failureOf(thrown) };
  }
}

/** A text as Input is used unchanged: it is already JSON. */
function inputOf(given: unknown): string {
  if (given === undefined || given === null) return "{}";
  return typeof given === "string" ? given : JSON.stringify(given);
}

function failureOf(thrown: unknown): Failure {
  if (thrown instanceof ApiError) {
    const error = `StepFunctions.${thrown.type.replace(/Exception$/, "")}Exception`;
    return { error, cause: refusal(thrown.message, "AWSStepFunctions", 400, thrown.type) };
  }
  const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
  const code = name === "Error" ? "AccessDeniedException" : name;
  const cause = refusal(message, "AWSStepFunctions", 400, code);
  return { error: "StepFunctions.AWSStepFunctionsException", cause };
}

/** An execution can be redriven this long after it ended: 14 days, in milliseconds. */
const REDRIVABLE_FOR = 14 * 24 * 3600 * 1000;

/** Whether the service would let an execution be redriven, as DescribeExecution says it. Here it is not done. */
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

/** What a `.sync` task answers when its child has ended; `asJson` with `.sync:2`. */
export function childAnswer(child: ExecutionRecord, asJson: boolean, now: number): TokenAnswer {
  const described = describeChild(child, asJson, now);
  if (child.status === "SUCCEEDED") return { output: described };
  return { error: "States.TaskFailed", cause: JSON.stringify(described) };
}

function describeChild(child: ExecutionRecord, asJson: boolean, now: number): JsonObject {
  const data = (text: string): Json => (asJson ? parseJson(text) : text);
  const { redriveStatus: status, redriveStatusReason: reason } = redriveStatus(child, now);
  return {
    ...(child.cause === undefined ? {} : { Cause: child.cause }),
    ...(child.error === undefined ? {} : { Error: child.error }),
    ExecutionArn: child.arn,
    Input: data(child.input),
    InputDetails: { Included: true },
    Name: child.name,
    ...(child.output === null ? {} : { Output: data(child.output), OutputDetails: { Included: true } }),
    RedriveCount: 0,
    RedriveStatus: status,
    ...(reason === undefined ? {} : { RedriveStatusReason: reason }),
    StartDate: child.startDate,
    StateMachineArn: child.machineArn,
    Status: child.status,
    StopDate: child.stopDate,
  };
}
