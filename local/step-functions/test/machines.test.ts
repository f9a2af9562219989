import { describe, expect, test } from "vitest";
import { definitionOf, ROLE, Stage } from "./stage.ts";

const pass = (Output: unknown) => ({ Type: "Pass", Output, End: true });
const definition = JSON.stringify(definitionOf({ A: pass("one") }));
const input = { name: "machine", definition, roleArn: ROLE };

describe("CreateStateMachine", () => {
  test("is idempotent, whatever the role", async () => {
    const stage = new Stage();
    const first = await stage.call("CreateStateMachine", input);

    const second = await stage.call("CreateStateMachine", {
      ...{ ...input, roleArn: `${ROLE}-other` },
    });

    expect(second).toEqual(first);
    expect(
      await stage.call("DescribeStateMachine", { stateMachineArn: first.stateMachineArn }),
    ).toMatchObject({
      roleArn: ROLE,
    });
  });

  test("refuses another definition under the same name", async () => {
    const stage = new Stage();
    await stage.call("CreateStateMachine", input);
    const other = JSON.stringify(definitionOf({ A: pass("two") }));

    const refused = await stage.refused("CreateStateMachine", { ...input, definition: other });

    expect(refused.__type).toBe("StateMachineAlreadyExists");
    expect(refused.message).toMatch(/^State Machine Already Exists: 'arn:.*:stateMachine:machine'$/);
  });

  test.each([
    ["InvalidName", { name: "a b" }],
    ["InvalidArn", { roleArn: "role" }],
    ["ValidationException", { type: "EXPRESS" }],
    ["ValidationException", { publish: true }],
    ["ValidationException", { tags: [] }],
    ["ValidationException", { tracingConfiguration: { enabled: true } }],
  ])("answers %s to %j", async (type, wrong) => {
    expect((await new Stage().refused("CreateStateMachine", { ...input, ...wrong })).__type).toBe(type);
  });
});

test("UpdateStateMachine without a change is refused", async () => {
  const stage = new Stage();
  const { stateMachineArn } = await stage.call("CreateStateMachine", input);

  expect((await stage.refused("UpdateStateMachine", { stateMachineArn })).__type).toBe(
    "MissingRequiredParameter",
  );
});

test("the first revision has no id, the next one has", async () => {
  const stage = new Stage();
  const { stateMachineArn } = await stage.call("CreateStateMachine", input);
  const { revisionId } = await stage.call("DescribeStateMachine", { stateMachineArn });

  const updated = await stage.call("UpdateStateMachine", { stateMachineArn, roleArn: `${ROLE}-2` });

  expect(revisionId).toBeUndefined();
  expect(updated.revisionId).toBeTypeOf("string");
});
