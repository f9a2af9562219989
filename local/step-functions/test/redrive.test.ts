import { expect, test } from "vitest";
import { FunctionError, invoke, Stage, waitForToken } from "./stage.ts";

const DAY = 24 * 3600 * 1000;

test("a redrive restarts at the failed state", async () => {
  let broken = true;
  const stage = new Stage({
    functions: {
      first: () => ({ done: true }),
      second: (event) => {
        if (broken) throw new FunctionError("Broken");
        return event;
      },
    },
  });
  const machine = await stage.machine({
    First: invoke("first", { Next: "Second" }),
    Second: invoke("second"),
  });
  const executionArn = await stage.start(machine);
  const failed = await stage.describe(executionArn);
  broken = false;

  await stage.call("RedriveExecution", { executionArn });
  await stage.engine.settled();

  expect(failed).toMatchObject({ status: "FAILED", redriveStatus: "REDRIVABLE", redriveCount: 0 });
  expect(await stage.describe(executionArn)).toMatchObject({
    status: "SUCCEEDED",
    output: '{"done":true}',
    redriveCount: 1,
  });
  expect(stage.calls.map(({ name }) => name)).toEqual(["first", "second", "second"]);
  expect((await stage.types(executionArn)).slice(-6)).toEqual([
    ...[
      "ExecutionRedriven",
      "TaskScheduled",
      "TaskStarted",
      "TaskSucceeded",
      "TaskStateExited",
      "ExecutionSucceeded",
    ],
  ]);
});

test("a redrive of a Map repeats only the failed items", async () => {
  let broken = true;
  const stage = new Stage({
    functions: {
      work: (event) => {
        if (broken && event === 2) throw new FunctionError("Broken");
        return event;
      },
    },
  });
  const ItemProcessor = { StartAt: "Work", States: { Work: invoke("work") } };
  const machine = await stage.machine({ Each: { Type: "Map", MaxConcurrency: 1, ItemProcessor, End: true } });
  const executionArn = await stage.start(machine, [1, 2, 3]);
  broken = false;

  await stage.call("RedriveExecution", { executionArn });
  await stage.engine.settled();

  expect(await stage.output(executionArn)).toEqual([1, 2, 3]);
  expect(stage.calls.map(({ event }) => event)).toEqual([1, 2, 2, 3]);
});

test("a redrive is idempotent by its token", async () => {
  const stage = new Stage({ functions: { worker: () => null } });
  const fails = { Wait: waitForToken("worker") };
  const executionArn = await stage.start(await stage.machine(fails));
  await stage.call("StopExecution", { executionArn });

  const redrive = { executionArn, clientToken: "once" };
  const first = await stage.call("RedriveExecution", redrive);
  const second = await stage.call("RedriveExecution", redrive);
  const other = await stage.refused("RedriveExecution", { ...redrive, clientToken: "twice" });

  expect(second).toEqual(first);
  expect(other.message).toBe("Execution is RUNNING and cannot be redriven");
});

test("an execution that succeeded, runs, or ended 14 days ago cannot be redriven", async () => {
  const stage = new Stage();
  const fails = await stage.machine({ Fail: { Type: "Fail", Error: "No" } }, { name: "fails" });
  const passes = await stage.machine({ Pass: { Type: "Pass", End: true } }, { name: "passes" });
  const failed = await stage.start(fails);
  const succeeded = await stage.start(passes);
  await stage.clock.advance(15 * DAY);

  const late = await stage.refused("RedriveExecution", { executionArn: failed });
  const done = await stage.refused("RedriveExecution", { executionArn: succeeded });

  expect(late.__type).toBe("ExecutionNotRedrivable");
  expect(done.message).toBe("Execution is SUCCEEDED and cannot be redriven");
});
