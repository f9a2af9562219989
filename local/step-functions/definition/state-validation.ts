import type { Catcher, Retrier, State } from "./definition.ts";
import { isExpression } from "../expressions/expressions.ts";
import { isJsonObject } from "../values/json.ts";
import { readResource } from "./resources.ts";
import { readTimestamp } from "../values/timestamps.ts";
import type { Report } from "./report.ts";

const SCHEMA = "SCHEMA_VALIDATION_FAILED";

/** Constraints on a state beyond its schema and its transitions. */
export function checkState(state: State, location: string, report: Report): void {
  const isOnward = state.Type !== "Choice" && state.Type !== "Succeed" && state.Type !== "Fail";
  if (isOnward && (state.Next === undefined) === (state.End !== true)) {
    report(SCHEMA, "A state must have either 'Next' or 'End': true, and not both", location);
  }
  if (state.Type === "Wait") checkWait(state, location, report);
  if (state.Type === "Task") checkTask(state, location, report);
  for (const field of ["Retry", "Catch"] as const) {
    for (const [index, { ErrorEquals }] of (recoveries(state)[field] ?? []).entries()) {
      checkErrorEquals(ErrorEquals, `${location}/${field}[${index}]/ErrorEquals`, report);
      const isLast = index === (recoveries(state)[field]?.length ?? 0) - 1;
      if (ErrorEquals.includes("States.ALL") && !isLast) {
        report(SCHEMA, `States.ALL must be the last of '${field}'`, `${location}/${field}[${index}]`);
      }
    }
  }
}

const recoveries = (state: State): { Retry?: Retrier[]; Catch?: Catcher[] } =>
  state.Type === "Task" || state.Type === "Parallel" || state.Type === "Map" ? state : {};

function checkErrorEquals(names: string[], location: string, report: Report): void {
  if (names.includes("States.ALL") && names.length > 1) {
    report(SCHEMA, "States.ALL must appear alone in 'ErrorEquals'", location);
  }
}

function checkWait(state: State & { Type: "Wait" }, location: string, report: Report): void {
  const { Seconds, Timestamp } = state;
  if ((Seconds === undefined) === (Timestamp === undefined)) {
    report(SCHEMA, "A Wait state must have exactly one of 'Seconds' and 'Timestamp'", location);
  }
  if (Timestamp === undefined || isExpression(Timestamp) || readTimestamp(Timestamp) !== undefined) return;
  report(SCHEMA, "The value must be an ISO-8601 timestamp", `${location}/Timestamp`);
}

function checkTask(state: State & { Type: "Task" }, location: string, report: Report): void {
  const resource = readResource(state.Resource);
  if (!resource) return;
  const { TimeoutSeconds: timeout, HeartbeatSeconds: heartbeat } = state;
  if (typeof timeout === "number" && typeof heartbeat === "number" && heartbeat >= timeout) {
    report(
      SCHEMA,
      "'HeartbeatSeconds' must be smaller than 'TimeoutSeconds'",
      `${location}/HeartbeatSeconds`,
    );
  }
  const given = state.Arguments;
  if (resource.kind === "function" || !isJsonObject(given)) return;
  const required = resource.resourceType === "lambda" ? "FunctionName" : "StateMachineArn";
  if (!(required in given)) {
    report(SCHEMA, `The field '${required}' is required but was missing`, `${location}/Arguments`);
  }
}
