import { describe, expect, test } from "vitest";
import { isJsonObject } from "../values/json.ts";
import { definitionOf, Stage, waitForToken } from "./stage.ts";

const DAY = 24 * 3600 * 1000;
const pass = (Output: unknown) => ({ Type: "Pass", Output, End: true });
const wait = { Wait: { Type: "Wait", Seconds: 60, End: true } };

describe("names of executions", () => {
  test("the same name with the same input returns the same execution while it runs", async () => {
    const stage = new Stage();
    const stateMachineArn = await stage.machine(wait);
    const start = { stateMachineArn, name: "one", input: "{}" };

    const first = await stage.call("StartExecution", start);
    const second = await stage.call("StartExecution", start);
    const other = await stage.refused("StartExecution", { ...start, input: "1" });

    expect(second).toEqual(first);
    const message = `Execution Already Exists: '${String(first.executionArn)}'`;
    expect(other).toEqual({ __type: "ExecutionAlreadyExists", message });
  });

  test("stay reserved for 90 days after the end", async () => {
    const stage = new Stage();
    const stateMachineArn = await stage.machine(wait);
    const start = { stateMachineArn, name: "one", input: "{}" };
    await stage.call("StartExecution", start);
    await stage.clock.advance(DAY);

    const soon = await stage.refused("StartExecution", start);
    await stage.clock.advance(90 * DAY);
    const later = await stage.call("StartExecution", start);

    expect(soon.__type).toBe("ExecutionAlreadyExists");
    expect((await stage.describe(String(later.executionArn))).status).toBe("RUNNING");
  });

  test.each(["", "a b", "a/b", "x".repeat(81)])("%j is an invalid name", async (name) => {
    const stage = new Stage();
    const stateMachineArn = await stage.machine(wait);

    expect((await stage.refused("StartExecution", { stateMachineArn, name })).__type).toBe("InvalidName");
  });
});

test("input that is not JSON, or too large, is refused", async () => {
  const stage = new Stage();
  const stateMachineArn = await stage.machine(wait);

  const broken = await stage.refused("StartExecution", { stateMachineArn, input: "{" });
  const large = await stage.refused("StartExecution", {
    stateMachineArn,
    input: JSON.stringify("é".repeat(140_000)),
  });

  expect(broken.__type).toBe("InvalidExecutionInput");
  expect(large.__type).toBe("ValidationException");
});

test("a running execution keeps the definition it started with", async () => {
  const stage = new Stage();
  const stateMachineArn = await stage.machine({
    Wait: { Type: "Wait", Seconds: 60, Next: "End" },
    End: pass("old"),
  });
  const before = await stage.start(stateMachineArn);

  await stage.call("UpdateStateMachine", {
    stateMachineArn,
    definition: JSON.stringify(definitionOf({ End: pass("new") })),
  });
  const after = await stage.start(stateMachineArn);
  await stage.clock.advance(60_000);

  expect(await stage.output(before)).toBe("old");
  expect(await stage.output(after)).toBe("new");
  const kept = await stage.call("DescribeStateMachineForExecution", { executionArn: before });
  expect(kept.definition).toContain("old");
});

test("StopExecution ends it as aborted, with the error and cause given", async () => {
  const stage = new Stage({ functions: { worker: () => null } });
  const executionArn = await stage.start(await stage.machine({ Wait: waitForToken("worker") }));

  await stage.call("StopExecution", { executionArn, error: "Stopped", cause: "by hand" });

  expect(await stage.describe(executionArn)).toMatchObject({
    status: "ABORTED",
    error: "Stopped",
    cause: "by hand",
  });
  expect((await stage.types(executionArn)).at(-1)).toBe("ExecutionAborted");
});

test("history and executions are paged, in either order", async () => {
  const stage = new Stage();
  const stateMachineArn = await stage.machine({ A: { Type: "Pass", Next: "B" }, B: pass(1) });
  const executionArn = await stage.start(stateMachineArn);
  await stage.start(stateMachineArn);

  const ids = async (more: object) => {
    const { events, nextToken } = await stage.call("GetExecutionHistory", {
      executionArn,
      maxResults: 4,
      ...more,
    });
    return { ids: Array.isArray(events) ? events.filter(isJsonObject).map(({ id }) => id) : [], nextToken };
  };
  const first = await ids({});
  const second = await ids({ nextToken: first.nextToken });
  const listed = await stage.call("ListExecutions", { stateMachineArn, maxResults: 1 });

  expect([first.ids, second.ids]).toEqual([
    [1, 2, 3, 4],
    [5, 6],
  ]);
  expect(second.nextToken).toBeUndefined();
  expect((await ids({ reverseOrder: true })).ids).toEqual([6, 5, 4, 3]);
  expect(listed.executions).toHaveLength(1);
  expect(listed.nextToken).toBeTypeOf("string");
});

test("history without execution data shows events without data", async () => {
  const stage = new Stage();
  const A = { ...pass("secret"), Assign: { a: "secret" } };
  const executionArn = await stage.start(await stage.machine({ A }));

  const { events } = await stage.call("GetExecutionHistory", { executionArn, includeExecutionData: false });

  expect(JSON.stringify(events)).not.toContain("secret");
  expect(events).toContainEqual(expect.objectContaining({ stateEnteredEventDetails: { name: "A" } }));
});

describe("an invalid call is refused with the service's message", () => {
  const machine = "arn:aws:states:eu-west-1:123456789012:stateMachine:none";
  const execution = "arn:aws:states:eu-west-1:123456789012:execution:none:none";
  const express = "arn:aws:states:eu-west-1:123456789012:express:none:none:1";
  const invalid = (at: string) => `1 validation error detected: Value${at} failed to satisfy constraint: `;

  test.each([
    [
      "DescribeStateMachine",
      { stateMachineArn: machine },
      "StateMachineDoesNotExist",
      `State Machine Does Not Exist: '${machine}'`,
    ],
    [
      "DescribeStateMachine",
      { stateMachineArn: execution },
      "InvalidArn",
      "Invalid Arn: 'Resource type not valid in this context: execution'",
    ],
    [
      "StartExecution",
      { stateMachineArn: machine },
      "StateMachineDoesNotExist",
      `State Machine Does Not Exist: '${machine}'`,
    ],
    ["StartExecution", { stateMachineArn: "none" }, "InvalidArn", "Invalid Arn: 'Invalid ARN prefix: none'"],
    [
      "DescribeExecution",
      { executionArn: execution },
      "ExecutionDoesNotExist",
      `Execution Does Not Exist: '${execution}'`,
    ],
    [
      "GetExecutionHistory",
      { executionArn: express },
      "InvalidArn",
      "Invalid Arn: 'Resource type not valid in this context: express'",
    ],
    [
      "StopExecution",
      {},
      "ValidationException",
      `${invalid(" null at 'executionArn'")}Member must not be null`,
    ],
    [
      "ListExecutions",
      { stateMachineArn: machine, maxResults: 1001 },
      "ValidationException",
      `${invalid(" at 'maxResults'")}Member must have value less than or equal to 1000`,
    ],
    [
      "StopExecution",
      { executionArn: execution, error: "e".repeat(257) },
      "ValidationException",
      `${invalid(" at 'error'")}Member must have length less than or equal to 256`,
    ],
    [
      "ListExecutions",
      { stateMachineArn: machine, statusFilter: "DONE" },
      "ValidationException",
      "Member must satisfy enum value set: [RUNNING, SUCCEEDED, ",
    ],
    ["Dance", {}, "UnknownOperationException", "Dance"],
  ])("%s %j", async (operation, input, type, message) => {
    const refused = await new Stage().refused(operation, input);

    expect(refused.__type).toBe(type);
    expect(refused.message).toContain(message);
  });
});

test("every change of status is reported once, in order", async () => {
  const told: string[] = [];
  const stage = new Stage({
    onStatusChange: ({ name, status, output }) => told.push(`${name} ${status} ${output}`),
  });
  const stateMachineArn = await stage.machine({ A: pass(1) });

  await stage.start(stateMachineArn, {}, "one");

  expect(told).toEqual(["one RUNNING null", "one SUCCEEDED 1"]);
});
