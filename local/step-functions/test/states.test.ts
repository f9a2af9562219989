import { describe, expect, test } from "vitest";
import { FunctionError, invoke, lambdaArn, Stage, waitForToken } from "./stage.ts";

const SECOND = 1000;
const pass = (Output: unknown) => ({ Type: "Pass", Output, End: true });

describe("Wait", () => {
  test("ends when the clock reaches Seconds", async () => {
    const stage = new Stage();
    const machine = await stage.machine({
      Wait: { Type: "Wait", Seconds: "{% $states.input.seconds %}", End: true },
    });
    const execution = await stage.start(machine, { seconds: 60 });

    await stage.clock.advance(59 * SECOND);
    const before = await stage.describe(execution);
    await stage.clock.advance(SECOND);

    expect(before.status).toBe("RUNNING");
    expect((await stage.describe(execution)).status).toBe("SUCCEEDED");
  });

  test("ends at its Timestamp, with any offset", async () => {
    const stage = new Stage();
    const until = new Date(stage.clock.now() + 3600 * SECOND).toISOString().replace("Z", "+00:00");
    const machine = await stage.machine({
      Wait: { Type: "Wait", Timestamp: "{% $states.input.until %}", End: true },
    });
    const execution = await stage.start(machine, { until });

    await stage.clock.advance(3599 * SECOND);
    const before = await stage.describe(execution);
    await stage.clock.advance(2 * SECOND);

    expect(before.status).toBe("RUNNING");
    expect((await stage.describe(execution)).status).toBe("SUCCEEDED");
  });
});

describe("Choice", () => {
  const choice = {
    Choose: { Type: "Choice", Choices: [{ Condition: "{% $states.input.size %}", Next: "Big" }] },
    Big: { Type: "Succeed" },
  };

  test("fails the execution when no rule matches and there is no Default", async () => {
    const ended = await new Stage().run(choice, { size: false });

    expect(ended).toMatchObject({ status: "FAILED", error: "States.Runtime" });
  });

  test("refuses a condition that is not a boolean", async () => {
    const ended = await new Stage().run(choice, { size: 3 });

    expect(ended.error).toBe("States.QueryEvaluationError");
    expect(ended.cause).toContain(
      "'Choices[0]/Condition' returned an unexpected result type. Expected 'boolean', but was 'number' for value: 3",
    );
  });
});

describe("Parallel", () => {
  test("gives each branch its own variables, and lets it read those of enclosing scopes", async () => {
    const branch = (value: string) => ({
      StartAt: `Set ${value}`,
      States: {
        [`Set ${value}`]: { Type: "Pass", Assign: { own: value }, Next: `Get ${value}` },
        [`Get ${value}`]: pass("{% $outer & $own %}"),
      },
    });
    const stage = new Stage();
    const ended = await stage.run({
      Set: { Type: "Pass", Assign: { outer: "o" }, Next: "All" },
      All: { Type: "Parallel", Branches: [branch("a"), branch("b")], Next: "After" },
      After: pass({ results: "{% $states.input %}", own: "{% $exists($own) %}" }),
    });

    expect(JSON.parse(String(ended.output))).toEqual({ results: ["oa", "ob"], own: false });
  });

  test("interrupts the other branches when one fails", async () => {
    const stage = new Stage({ functions: { worker: () => null } });
    const machine = await stage.machine({
      All: {
        Type: "Parallel",
        Branches: [
          { StartAt: "Token", States: { Token: waitForToken("worker") } },
          {
            StartAt: "Wait",
            States: { Wait: { Type: "Wait", Seconds: 5, Next: "Fail" }, Fail: { Type: "Fail", Error: "No" } },
          },
        ],
        End: true,
      },
    });
    const execution = await stage.start(machine);

    await stage.clock.advance(5 * SECOND);

    expect((await stage.describe(execution)).error).toBe("No");
    expect((await stage.types(execution)).slice(-4)).toEqual([
      ...["FailStateEntered", "TaskStateAborted", "ParallelStateFailed", "ExecutionFailed"],
    ]);
  });
});

describe("Map", () => {
  const map = (more: object, state: object) => ({
    Each: { Type: "Map", ItemProcessor: { StartAt: "Do", States: { Do: state } }, End: true, ...more },
  });

  test("runs at most MaxConcurrency iterations concurrently", async () => {
    let [now, most] = [0, 0];
    const stage = new Stage({
      functions: {
        slow: async (event) => {
          most = Math.max(most, ++now);
          await new Promise((resolve) => setImmediate(resolve));
          now -= 1;
          return event;
        },
      },
    });
    const ended = await stage.run(map({ Items: "{% [1..7] %}", MaxConcurrency: "{% 3 %}" }, invoke("slow")));

    expect(ended.output).toBe("[1,2,3,4,5,6,7]");
    expect(most).toBe(3);
  });

  test("shows the item and its index to every state of an iteration", async () => {
    const item = {
      value: "{% $states.context.Map.Item.Value %}",
      index: "{% $states.context.Map.Item.Index %}",
    };
    const ended = await new Stage().run(
      map(
        { ItemSelector: item },
        pass("{% $states.input.value & $states.context.Map.Item.Index & $states.input.index %}"),
      ),
      ["a", "b"],
    );

    expect(ended.output).toBe('["a00","b11"]');
  });

  test("fails with the error of the first failed item, despite tolerated failures", async () => {
    const stage = new Stage({ functions: { fails: () => Promise.reject(new FunctionError("Bad")) } });
    const machine = await stage.machine(
      map({ MaxConcurrency: 1, ToleratedFailureCount: 5 }, invoke("fails")),
    );
    const execution = await stage.start(machine, [1, 2]);

    expect((await stage.describe(execution)).error).toBe("Bad");
    expect((await stage.types(execution)).slice(-5)).toEqual([
      ...["TaskFailed", "TaskStateAborted", "MapIterationFailed", "MapStateFailed", "ExecutionFailed"],
    ]);
  });
});

test("a function is called by its ARN with unchanged Arguments", async () => {
  const stage = new Stage({ functions: { echo: (event) => event } });
  const ended = await stage.run(
    {
      Do: { Type: "Task", Resource: lambdaArn("echo"), Arguments: { a: "{% $states.input.b %}" }, End: true },
    },
    { b: 2 },
  );

  expect(ended.output).toBe('{"a":2}');
});

test.each([
  ["a function that does not exist", "none", {}, "Lambda.ResourceNotFoundException"],
  ["a text that is no JSON as Payload", "echo", "plain text", "Lambda.InvalidRequestContentException"],
  ["trouble on the way to the function", "trouble", {}, "Lambda.SdkClientException"],
])("%s fails the task", async (_what, FunctionName, Payload, error) => {
  const functions = {
    echo: (event: unknown) => event,
    trouble: () => Promise.reject(new TypeError("fetch failed")),
  };
  const ended = await new Stage({ functions }).run({
    Do: invoke(FunctionName, { End: true, Arguments: { FunctionName, Payload } }),
  });

  expect(ended).toMatchObject({ status: "FAILED", error });
});

test("a function invoked as an event returns only its acceptance", async () => {
  const types: string[] = [];
  const stage = new Stage({
    invokeLambda: async ({ invocationType }) => {
      types.push(invocationType);
      return { payload: '{"errorType":"Late"}', functionError: "Unhandled" };
    },
  });
  const Arguments = { FunctionName: "work", InvocationType: "Event" };
  const ended = await stage.run({ Work: invoke("work", { End: true, Arguments, Output: undefined }) });

  expect(types).toEqual(["Event"]);
  expect(ended.status).toBe("SUCCEEDED");
  const output: unknown = JSON.parse(String(ended.output));
  expect(output).toMatchObject({ StatusCode: 202, SdkHttpMetadata: { HttpStatusCode: 202 } });
  expect(output).not.toHaveProperty("Payload");
});
