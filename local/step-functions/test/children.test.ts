import { expect, test } from "vitest";
import { Stage, waitForToken } from "./stage.ts";

const startExecution = (form: string, StateMachineArn: string, more: object = {}) => ({
  Start: {
    Type: "Task",
    Resource: `arn:aws:states:::states:startExecution${form}`,
    Arguments: { StateMachineArn, Input: { a: "{% $states.input.a %}" }, ...more },
    End: true,
  },
});

test.each([
  [".sync", '{"a":1}'],
  [".sync:2", { a: 1 }],
])("%s waits for the execution and returns its output", async (form, output) => {
  const stage = new Stage();
  const child = await stage.machine({ Wait: { Type: "Wait", Seconds: 60, End: true } }, { name: "child" });
  const parent = await stage.start(await stage.machine(startExecution(form, child)), { a: 1 });

  const before = await stage.describe(parent);
  await stage.clock.advance(60_000);

  expect(before.status).toBe("RUNNING");
  expect(await stage.output(parent)).toMatchObject({ Status: "SUCCEEDED", Output: output });
});

test("without .sync it returns as soon as the execution is started", async () => {
  const stage = new Stage();
  const child = await stage.machine({ Wait: { Type: "Wait", Seconds: 60, End: true } }, { name: "child" });
  const parent = await stage.start(await stage.machine(startExecution("", child, { Name: "named" })), {
    a: 1,
  });

  expect(JSON.stringify(await stage.output(parent))).toContain(":execution:child:named");
});

test("stopping an execution stops its child", async () => {
  const stage = new Stage({ functions: { worker: () => null } });
  const child = await stage.machine({ Wait: waitForToken("worker") }, { name: "child" });
  const executionArn = await stage.start(await stage.machine(startExecution(".sync", child)), { a: 1 });

  await stage.call("StopExecution", { executionArn });
  await stage.engine.settled();

  const { executions } = await stage.call("ListExecutions", { stateMachineArn: child });
  expect(executions).toMatchObject([{ status: "ABORTED" }]);
});

test("a missing permission of the role fails the task", async () => {
  const stage = new Stage({
    authorize: ({ action, resource }) => {
      throw new Error(`not authorized to perform: ${action} on resource: ${resource}`);
    },
  });
  const child = await stage.machine({ Pass: { Type: "Pass", End: true } }, { name: "child" });
  const ended = await stage.describe(
    await stage.start(await stage.machine(startExecution(".sync", child)), { a: 1 }),
  );

  expect(ended.error).toBe("StepFunctions.AWSStepFunctionsException");
  expect(ended.cause).toContain("not authorized to perform: states:StartExecution");
});
