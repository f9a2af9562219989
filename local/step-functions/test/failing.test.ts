import { describe, expect, test } from "vitest";
import { FunctionError, invoke, Stage, waitForToken } from "./stage.ts";

const SECOND = 1000;
const pass = (Output: unknown) => ({ Type: "Pass", Output, End: true });

describe("Retry", () => {
  test("waits longer each time, up to MaxDelaySeconds", async () => {
    const times: number[] = [];
    const stage: Stage = new Stage({
      functions: {
        fails: () => {
          times.push(stage.clock.now());
          throw new FunctionError("Busy");
        },
      },
    });
    const Retry = [
      { ErrorEquals: ["Busy"], IntervalSeconds: 2, BackoffRate: 3, MaxDelaySeconds: 10, MaxAttempts: 3 },
    ];
    const execution = await stage.start(await stage.machine({ Try: invoke("fails", { End: true, Retry }) }));

    await stage.clock.advance(60 * SECOND);

    const delays = times.slice(1).map((time, index) => Math.round((time - (times[index] ?? 0)) / SECOND));
    expect(delays).toEqual([2, 6, 10]);
    expect(await stage.describe(execution)).toMatchObject({ status: "FAILED", error: "Busy" });
  });

  test("shows the number of attempts in the context, and counts each retrier separately", async () => {
    let calls = 0;
    const stage = new Stage({
      functions: {
        flaky: (event) => {
          calls += 1;
          if (calls === 1) throw new FunctionError("One");
          if (calls === 2) throw new FunctionError("Two");
          return event;
        },
      },
    });
    const Retry = [
      { ErrorEquals: ["One"], MaxAttempts: 1 },
      { ErrorEquals: ["Two"], MaxAttempts: 1 },
    ];
    const Arguments = { FunctionName: "flaky", Payload: "{% $states.context.State.RetryCount %}" };
    const execution = await stage.start(
      await stage.machine({ Try: invoke("flaky", { End: true, Retry, Arguments }) }),
    );

    await stage.clock.advance(60 * SECOND);

    expect(await stage.output(execution)).toBe(2);
  });

  test("randomises the delay with full jitter, between zero and the whole of it", async () => {
    const stage = new Stage({ functions: { fails: () => Promise.reject(new FunctionError("Busy")) } });
    const Retry = [
      { ErrorEquals: ["States.ALL"], IntervalSeconds: 10, MaxAttempts: 1, JitterStrategy: "FULL" },
    ];
    const execution = await stage.start(await stage.machine({ Try: invoke("fails", { End: true, Retry }) }));

    await stage.clock.advance(10 * SECOND);

    expect(stage.calls).toHaveLength(2);
    expect((await stage.describe(execution)).status).toBe("FAILED");
  });
});

describe("Catch", () => {
  test("assigns and returns its own output", async () => {
    const stage = new Stage({
      functions: { fails: () => Promise.reject(new FunctionError("Gone", "away")) },
    });
    const caught = {
      ErrorEquals: ["Gone"],
      Next: "After",
      Assign: { error: "{% $states.errorOutput.Error %}" },
      Output: { was: "{% $states.input %}" },
    };
    const execution = await stage.start(
      await stage.machine({
        Try: invoke("fails", { End: true, Catch: [caught] }),
        After: pass({ error: "{% $error %}", input: "{% $states.input %}" }),
      }),
      { a: 1 },
    );

    expect(await stage.output(execution)).toEqual({ error: "Gone", input: { was: { a: 1 } } });
  });

  test("catches a failed evaluation too", async () => {
    const stage = new Stage({ functions: { echo: (event) => event } });
    const Catch = [{ ErrorEquals: ["States.QueryEvaluationError"], Next: "After" }];
    const ended = await stage.run({
      Try: invoke("echo", { End: true, Arguments: { FunctionName: "{% $missing %}" }, Catch }),
      After: pass("{% $states.input.Error %}"),
    });

    expect(ended.output).toBe('"States.QueryEvaluationError"');
  });

  test("States.TaskFailed matches any error except a timeout", async () => {
    const stage = new Stage({ functions: { never: () => new Promise(() => undefined) } });
    stage.clock.settled = () => new Promise((resolve) => setImmediate(resolve));
    const Catch = [
      { ErrorEquals: ["States.TaskFailed"], Next: "Failed" },
      { ErrorEquals: ["States.Timeout"], Next: "TimedOut" },
    ];
    const machine = await stage.machine({
      Try: invoke("never", { End: true, TimeoutSeconds: 5, Catch }),
      Failed: pass("failed"),
      TimedOut: pass("{% $states.input %}"),
    });
    const { executionArn } = await stage.call("StartExecution", { stateMachineArn: machine });

    await stage.clock.advance(5 * SECOND);

    expect(await stage.output(String(executionArn))).toEqual({ Error: "States.Timeout", Cause: "" });
  });

  test("does not catch errors that the service calls terminal", async () => {
    const stage = new Stage();
    const ended = await stage.run({
      All: {
        Type: "Parallel",
        Branches: [
          {
            StartAt: "Large",
            States: { Large: pass("{% $join($map([1..30000], function($i) { 'aaaaaaaaaa' })) %}") },
          },
        ],
        Catch: [{ ErrorEquals: ["States.ALL"], Next: "After" }],
        End: true,
      },
      After: pass("caught"),
    });

    expect(ended).toMatchObject({ status: "FAILED", error: "States.DataLimitExceeded" });
  });
});

describe("time limits", () => {
  test("a missing heartbeat is a timeout that also has its own name", async () => {
    const stage = new Stage({ functions: { worker: () => null } });
    const Catch = [{ ErrorEquals: ["States.HeartbeatTimeout"], Next: "After" }];
    const machine = await stage.machine({
      Wait: waitForToken("worker", { End: true, HeartbeatSeconds: "{% 5 + 5 %}", Catch }),
      After: pass("{% $states.input.Error %}"),
    });
    const execution = await stage.start(machine);

    await stage.clock.advance(10 * SECOND);

    expect(await stage.output(execution)).toBe("States.Timeout");
  });
});
