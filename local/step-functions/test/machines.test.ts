import { describe, expect, test } from "vitest";
import { definitionOf, ROLE, Stage } from "./stage.ts";

const pass = (Output: unknown) => ({ Type: "Pass", Output, End: true });
const definition = JSON.stringify(definitionOf({ A: pass("one") }));
const input = { name: "machine", definition, roleArn: ROLE };

describe("CreateStateMachine", () => {
  test("called twice makes one state machine, whatever its role and tags", async () => {
    const stage = new Stage();
    const first = await stage.call("CreateStateMachine", input);

    const second = await stage.call("CreateStateMachine", {
      ...{ ...input, roleArn: `${ROLE}-other`, tags: [{ key: "a", value: "b" }] },
    });

    expect(second).toEqual(first);
    expect(
      await stage.call("DescribeStateMachine", { stateMachineArn: first.stateMachineArn }),
    ).toMatchObject({
      roleArn: ROLE,
    });
  });

  test.each([
    ["definition", { definition: JSON.stringify(definitionOf({ A: pass("two") })) }],
    ["type", { type: "EXPRESS" }],
    ["configuration", { tracingConfiguration: { enabled: true } }],
  ])("refuses another %s under the same name", async (_what, other) => {
    const stage = new Stage();
    await stage.call("CreateStateMachine", input);

    const refused = await stage.refused("CreateStateMachine", { ...input, ...other });

    expect(refused.__type).toBe("StateMachineAlreadyExists");
    expect(refused.message).toMatch(/^State Machine Already Exists: 'arn:.*:stateMachine:machine'$/);
  });

  test.each([
    ["InvalidName", { name: "a b" }],
    ["InvalidArn", { roleArn: "role" }],
    ["ValidationException", { versionDescription: "first" }],
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

describe("versions and aliases", () => {
  test("the first revision has no id, and is published as INITIAL", async () => {
    const stage = new Stage();
    const { stateMachineArn } = await stage.call("CreateStateMachine", input);
    const { revisionId } = await stage.call("DescribeStateMachine", { stateMachineArn });
    await stage.call("PublishStateMachineVersion", { stateMachineArn, revisionId: "INITIAL" });
    const updated = await stage.call("UpdateStateMachine", { stateMachineArn, roleArn: `${ROLE}-2` });

    const stale = await stage.refused("PublishStateMachineVersion", {
      ...{ stateMachineArn, revisionId: "INITIAL" },
    });

    expect(revisionId).toBeUndefined();
    expect(updated.revisionId).toBeTypeOf("string");
    expect(stale.__type).toBe("ConflictException");
  });

  test("a version keeps its definition; an alias leads to a version", async () => {
    const stage = new Stage();
    const stateMachineArn = await stage.machine({ A: pass("one") });
    const { stateMachineVersionArn } = await stage.call("PublishStateMachineVersion", { stateMachineArn });
    const definition = JSON.stringify(definitionOf({ A: pass("two") }));
    await stage.call("UpdateStateMachine", { stateMachineArn, definition, publish: true });
    const routingConfiguration = [{ stateMachineVersionArn, weight: 100 }];
    const { stateMachineAliasArn } = await stage.call("CreateStateMachineAlias", {
      name: "live",
      routingConfiguration,
    });

    const execution = await stage.start(String(stateMachineAliasArn));

    expect(stateMachineVersionArn).toBe(`${stateMachineArn}:1`);
    expect(await stage.output(execution)).toBe("one");
    expect(await stage.output(await stage.start(`${stateMachineArn}:2`))).toBe("two");
    expect(await stage.describe(execution)).toMatchObject({
      stateMachineAliasArn,
      stateMachineVersionArn,
      stateMachineArn,
    });
    const inUse = await stage.refused("DeleteStateMachineVersion", { stateMachineVersionArn });
    expect(inUse.__type).toBe("ConflictException");
  });

  test("an alias made twice is one; another under its name, or named as a version, is refused", async () => {
    const stage = new Stage();
    const { stateMachineVersionArn } = await stage.call("CreateStateMachine", { ...input, publish: true });
    const routingConfiguration = [{ stateMachineVersionArn, weight: 100 }];
    const alias = { name: "live", routingConfiguration };
    const first = await stage.call("CreateStateMachineAlias", alias);

    expect(await stage.call("CreateStateMachineAlias", alias)).toEqual(first);
    const other = await stage.refused("CreateStateMachineAlias", { ...alias, description: "other" });
    const named = await stage.refused("CreateStateMachineAlias", { ...alias, name: "1" });
    expect([other.__type, named.__type]).toEqual(["ConflictException", "ValidationException"]);
  });
});
