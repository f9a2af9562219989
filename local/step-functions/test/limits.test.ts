import { describe, expect, test } from "vitest";
import { Stage } from "./stage.ts";

const SECOND = 1000;
const DAY = 24 * 3600 * SECOND;
const pass = (Output: unknown) => ({ Type: "Pass", Output, End: true });

describe("an execution that times out", () => {
  test("shows it in its last event only, which has no predecessor", async () => {
    const stage = new Stage();
    const machine = await stage.machine(
      { Wait: { Type: "Wait", Seconds: 100, End: true } },
      { TimeoutSeconds: 10 },
    );
    const execution = await stage.start(machine);

    await stage.clock.advance(100 * SECOND);

    const ended = await stage.describe(execution);
    expect(ended.status).toBe("TIMED_OUT");
    expect(ended.error).toBeUndefined();
    expect((await stage.events(execution)).slice(1)).toMatchObject([
      { type: "WaitStateEntered" },
      {
        ...{ type: "ExecutionTimedOut", id: 3, previousEventId: 0 },
        executionTimedOutEventDetails: { error: "States.Timeout" },
      },
    ]);
  });

  test("lasts a year at most", async () => {
    const stage = new Stage();
    const execution = await stage.start(
      await stage.machine({ Wait: { Type: "Wait", Seconds: 99_999_999, End: true } }),
    );

    await stage.clock.advance(364 * DAY);
    const before = await stage.describe(execution);
    await stage.clock.advance(2 * DAY);

    expect(before.status).toBe("RUNNING");
    expect((await stage.describe(execution)).status).toBe("TIMED_OUT");
  });
});

test("an endless loop ends with the 25000th event, and cannot be redriven", async () => {
  const stage = new Stage();
  const executionArn = await stage.start(
    await stage.machine({
      Again: { Type: "Choice", Choices: [{ Condition: true, Next: "Again" }], Default: "Never" },
      Never: { Type: "Succeed" },
    }),
  );

  const { events } = await stage.call("GetExecutionHistory", {
    executionArn,
    reverseOrder: true,
    maxResults: 2,
  });
  expect(events).toMatchObject([
    {
      ...{ type: "ExecutionFailed", id: 25_000, previousEventId: 24_999 },
      executionFailedEventDetails: {
        error: "States.Runtime",
        cause: "The execution reached the maximum number of history events (25000).",
      },
    },
    { type: "ChoiceStateExited", id: 24_999 },
  ]);
  expect(await stage.describe(executionArn)).toMatchObject({ redriveStatus: "NOT_REDRIVABLE" });
});

describe("data of more than 256 KiB", () => {
  const large = "{% $join($map([1..30000], function($i) { 'aaaaaaaaaa' })) %}";
  const branch = { StartAt: "Do", States: { Do: pass(1) } };
  const caught = { Catch: [{ ErrorEquals: ["States.ALL"], Next: "After" }], Next: "After" };

  test.each([
    ["Output", { Type: "Pass", Output: large, Next: "After" }],
    ["Assign", { Type: "Pass", Assign: { a: large }, Next: "After" }],
    [
      "Arguments of a Task",
      {
        ...{ Type: "Task", Resource: "arn:aws:states:::lambda:invoke", ...caught },
        Arguments: { FunctionName: "f", Payload: large },
      },
    ],
    ["Arguments of a Parallel", { Type: "Parallel", Branches: [branch], Arguments: large, ...caught }],
    ["ItemSelector", { Type: "Map", Items: [1], ItemSelector: large, ItemProcessor: branch, ...caught }],
  ])("fails the execution, whatever its states catch: %s", async (_field, state) => {
    const ended = await new Stage({ functions: { f: () => 1 } }).run({ State: state, After: pass("caught") });

    expect(ended).toMatchObject({ status: "FAILED", error: "States.DataLimitExceeded" });
    expect(ended.cause).toContain("'State'");
  });
});
