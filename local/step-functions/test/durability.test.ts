import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { VirtualClock } from "../../foundation/clock.ts";
import { invoke, Stage, tokenOf, waitForToken, type Functions } from "./stage.ts";

function aFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "step-functions-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "state.sqlite");
}

/** Simulates kill -9: nothing is closed, no answer arrives, no timer fires; another process opens the file. */
function crash(stage: Stage, file: string, functions: Functions): Stage {
  stage.clock.stop();
  return new Stage({ file, functions, clock: new VirtualClock(stage.clock.offset) });
}

const never = () => new Promise(() => undefined);

test("a task that waits for a token continues with the same token", async () => {
  const file = aFile();
  const first = new Stage({ file, functions: { worker: () => null } });
  const machine = await first.machine({
    Set: { Type: "Pass", Assign: { kept: "{% $states.input.a %}" }, Next: "Wait" },
    Wait: waitForToken("worker", { Next: "End" }),
    End: { Type: "Pass", Output: ["{% $kept %}", "{% $states.input %}"], End: true },
  });
  const execution = await first.start(machine, { a: "variable" });

  const second = crash(first, file, { worker: () => null });
  await second.engine.settled();
  await second.call("SendTaskSuccess", { taskToken: tokenOf(first.calls[0]?.event), output: '"answer"' });

  expect(await second.output(execution)).toEqual(["variable", "answer"]);
  expect(second.calls).toEqual([]);
});

test("an interrupted call is repeated", async () => {
  const file = aFile();
  const first = new Stage({ file, functions: { work: never } });
  const stateMachineArn = await first.machine({ Work: invoke("work") });
  const { executionArn } = await first.call("StartExecution", { stateMachineArn, input: "5" });

  const second = crash(first, file, { work: (event) => event });
  await second.engine.settled();

  expect(await second.output(String(executionArn))).toBe(5);
});

test("timers are set again on the clock: waits, retries, timeouts and time limits", async () => {
  const file = aFile();
  const functions = { worker: () => null };
  const first = new Stage({ file, functions });
  const starts = {
    wait: await first.machine({ Wait: { Type: "Wait", Seconds: 100, End: true } }, { name: "wait" }),
    token: await first.machine(
      { Wait: waitForToken("worker", { TimeoutSeconds: 100, End: true }) },
      { name: "token" },
    ),
    machine: await first.machine({ Wait: waitForToken("worker") }, { name: "limit", TimeoutSeconds: 100 }),
  };
  const executions = await Promise.all(Object.values(starts).map((arn) => first.start(arn)));
  await first.clock.advance(60_000);

  const second = crash(first, file, functions);
  await second.clock.advance(39_000);
  const before = await Promise.all(executions.map((arn) => second.describe(arn)));
  await second.clock.advance(2_000);
  const after = await Promise.all(executions.map((arn) => second.describe(arn)));

  expect(before.map(({ status }) => status)).toEqual(["RUNNING", "RUNNING", "RUNNING"]);
  expect(after.map(({ status }) => status)).toEqual(["SUCCEEDED", "FAILED", "TIMED_OUT"]);
});

test("an awaited child execution is started once, and its end still arrives", async () => {
  const file = aFile();
  const first = new Stage({ file });
  const child = await first.machine({ Wait: { Type: "Wait", Seconds: 60, End: true } }, { name: "child" });
  const Arguments = { StateMachineArn: child, Input: {} };
  const start = {
    Type: "Task",
    Resource: "arn:aws:states:::states:startExecution.sync:2",
    Arguments,
    End: true,
  };
  const parent = await first.start(await first.machine({ Start: start }));

  const second = crash(first, file, {});
  await second.clock.advance(60_000);

  expect(await second.output(parent)).toMatchObject({ Status: "SUCCEEDED" });
  const { executions } = await second.call("ListExecutions", { stateMachineArn: child });
  expect(executions).toHaveLength(1);
});

test("an execution has the same end wherever the process stopped", async () => {
  const states = {
    Prepare: invoke("add", { Next: "Each" }),
    Each: {
      Type: "Map",
      Items: "{% [1..4] %}",
      MaxConcurrency: 2,
      ItemProcessor: { StartAt: "Add", States: { Add: invoke("add") } },
      Assign: { sum: "{% $sum($states.result) %}" },
      Next: "Both",
    },
    Both: {
      Type: "Parallel",
      Branches: [
        {
          StartAt: "Left",
          States: {
            Left: invoke("add", { End: true, Arguments: { FunctionName: "add", Payload: "{% $sum %}" } }),
          },
        },
        { StartAt: "Right", States: { Right: { Type: "Wait", Seconds: 1, Output: "right", End: true } } },
      ],
      End: true,
    },
  };
  const add = (event: unknown) => Number(event) + 1;
  for (let crashes = 1; crashes <= 6; crashes++) {
    const file = aFile();
    let calls = 0;
    // The process stops at the n-th call of the function.
    let stage = new Stage({
      file,
      functions: { add: (event) => (++calls < crashes ? add(event) : never()) },
    });
    const stateMachineArn = await stage.machine(states);
    const { executionArn } = await stage.call("StartExecution", { stateMachineArn, input: "1" });
    await vi.waitUntil(() => calls >= crashes, { timeout: 20_000 });
    await new Promise((resolve) => setTimeout(resolve, 5));

    stage = crash(stage, file, { add });
    await stage.engine.settled();
    await stage.clock.advance(1_000);

    expect(await stage.output(String(executionArn))).toEqual([15, "right"]);
    const ids = (await stage.events(String(executionArn))).map(({ id }) => id);
    expect(ids).toEqual(ids.map((_, index) => index + 1));
  }
});

test("an end that was written but not reported is reported after opening", async () => {
  const file = aFile();
  const first = new Stage({
    file,
    onStatusChange: ({ status }) => {
      if (status === "SUCCEEDED") throw new Error("the process ends here");
    },
  });
  const stateMachineArn = await first.machine({ Pass: { Type: "Pass", End: true } });
  await first.call("StartExecution", { stateMachineArn }).catch(() => undefined);
  first.clock.stop();

  const told: string[] = [];
  const second = new Stage({ file, onStatusChange: ({ status }) => void told.push(status) });
  await second.engine.settled();

  expect(told).toEqual(["SUCCEEDED"]);
});
