import { expect, test } from "vitest";
import { newToken } from "../values/tokens.ts";
import { Stage, tokenOf, waitForToken } from "./stage.ts";

async function waiting(more: object = { End: true }) {
  const stage = new Stage({ functions: { worker: () => "handed over" } });
  const execution = await stage.start(await stage.machine({ Wait: waitForToken("worker", more) }));
  return { stage, execution, taskToken: tokenOf(stage.calls[0]?.event) };
}

test("SendTaskSuccess ends the task with its output", async () => {
  const { stage, execution, taskToken } = await waiting();

  await stage.call("SendTaskSuccess", { taskToken, output: '{"outcome":"approved"}' });

  expect(await stage.output(execution)).toEqual({ outcome: "approved" });
});

test("a token is valid once", async () => {
  const { stage, taskToken } = await waiting();
  await stage.call("SendTaskSuccess", { taskToken, output: "1" });

  const again = await stage.refused("SendTaskSuccess", { taskToken, output: "1" });

  expect(again).toEqual({
    __type: "TaskTimedOut",
    message: "Task Timed Out: 'Provided task does not exist anymore'",
  });
});

test("an invalid token and a token of an unknown task have different errors", async () => {
  const { stage } = await waiting();

  const none = await stage.refused("SendTaskHeartbeat", { taskToken: "abc" });
  const unknown = await stage.refused("SendTaskHeartbeat", {
    taskToken: newToken({ sequence: 999, branch: 0 }),
  });

  expect(none).toEqual({ __type: "InvalidToken", message: "Invalid Token: 'Invalid token'" });
  expect(unknown.__type).toBe("TaskDoesNotExist");
});

test("an output that is not JSON is refused and leaves the task open", async () => {
  const { stage, execution, taskToken } = await waiting();

  const refused = await stage.refused("SendTaskSuccess", { taskToken, output: "not json" });

  expect(refused.__type).toBe("InvalidOutput");
  expect((await stage.describe(execution)).status).toBe("RUNNING");
});

test("SendTaskFailure gives the execution its error and cause", async () => {
  const { stage, execution, taskToken } = await waiting();

  await stage.call("SendTaskFailure", { taskToken, error: "Withdrawn", cause: "by the applicant" });

  const ended = await stage.describe(execution);
  expect(ended).toMatchObject({ status: "FAILED", error: "Withdrawn", cause: "by the applicant" });
});

test("the function may answer with the token before it returns", async () => {
  const stage: Stage = new Stage({
    functions: {
      worker: async (event) => {
        await stage.call("SendTaskSuccess", { taskToken: tokenOf(event), output: '"at once"' });
        return "returned";
      },
    },
  });
  const execution = await stage.start(await stage.machine({ Wait: waitForToken("worker") }));

  expect(await stage.output(execution)).toBe("at once");
  expect((await stage.types(execution)).slice(2, 6)).toEqual([
    "TaskScheduled",
    "TaskStarted",
    "TaskSubmitted",
    "TaskSucceeded",
  ]);
});

test("heartbeats keep a task open until they stop", async () => {
  const { stage, execution, taskToken } = await waiting({ HeartbeatSeconds: 10, End: true });
  for (let beat = 0; beat < 5; beat++) {
    await stage.clock.advance(9_000);
    await stage.call("SendTaskHeartbeat", { taskToken });
  }
  const before = await stage.describe(execution);

  await stage.clock.advance(10_000);

  expect(before.status).toBe("RUNNING");
  expect(await stage.describe(execution)).toMatchObject({ status: "FAILED", error: "States.Timeout" });
  expect((await stage.refused("SendTaskHeartbeat", { taskToken })).__type).toBe("TaskTimedOut");
});

test("each attempt and each task has its own token", async () => {
  const Retry = [{ ErrorEquals: ["Again"], IntervalSeconds: 1, MaxAttempts: 1 }];
  const { stage, taskToken } = await waiting({ End: true, Retry });
  await stage.call("SendTaskFailure", { taskToken, error: "Again" });

  await stage.clock.advance(1_000);

  expect(stage.calls).toHaveLength(2);
  expect(tokenOf(stage.calls[1]?.event)).not.toBe(taskToken);
});
