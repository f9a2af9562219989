import { SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { SQSClient } from "@aws-sdk/client-sqs";
import { PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listDeadLetters, settle } from "../../infra/ops/dead-letters.ts";
import { matchesPattern, requireKnownFilters } from "../../local/events/pattern.ts";
import { scheduleOf } from "../../local/events/schedule-expression.ts";
import { inputFor } from "../../local/events/target-input.ts";
import type { Cloud } from "../../local/cloud.ts";
import { between } from "./small-app/matchers.ts";
import { bucketOf, item, s3Of, startSmallCloud } from "./small-app/small-cloud.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe("an event pattern", () => {
  const event = { source: "aws.s3", detail: { key: "uploads/a.pdf", size: 3, tags: ["x", "y"] } };

  it.each([
    [{ source: ["aws.s3"] }, true],
    [{ source: ["aws.ses", "aws.s3"], detail: { size: [3] } }, true],
    [{ detail: { key: [{ prefix: "uploads/" }] } }, true],
    [{ detail: { key: [{ suffix: ".docx" }] } }, false],
    [{ detail: { tags: ["y"] } }, true],
    [{ source: [{ "anything-but": ["aws.ses"] }] }, true],
    [{ detail: { key: [{ "anything-but": { prefix: "uploads/" } }] } }, false],
    [{ detail: { absent: [{ exists: false }], key: [{ exists: true }] } }, true],
  ])("%j", (pattern, expected) => {
    expect(matchesPattern(pattern, event)).toBe(expected);
  });

  it("with another filter is refused by name", () => {
    expect(() => requireKnownFilters({ detail: { size: [{ numeric: [">", 1] }] } })).toThrow("numeric");
  });
});

describe("the input of a target", () => {
  const event = { source: "aws.states", detail: { name: 'a "b"', count: 2 } };

  it("is filled in, as JSON outside quotes and as text within", () => {
    const InputTransformer = {
      InputPathsMap: { name: "$.detail.name", count: "$.detail.count" },
      InputTemplate: '{"n":<name>,"c":<count>,"t":"<count> of <name>"}',
    };

    expect(JSON.parse(inputFor({ InputTransformer }, event, "arn:rule/x"))).toEqual({
      n: 'a "b"',
      c: 2,
      t: '2 of a "b"',
    });
  });

  it("is a part of the event, or a constant", () => {
    expect(inputFor({ InputPath: "$.detail.count" }, event, "")).toBe("2");
    expect(inputFor({ Input: "{}" }, event, "")).toBe("{}");
  });
});

describe("a schedule expression", () => {
  const after = Date.parse("2026-03-28T10:00:00Z");
  const next = (expression: string, zone?: string) =>
    new Date(scheduleOf(expression, zone).next(after) ?? 0).toISOString();

  it.each([
    ["rate(5 minutes)", undefined, "2026-03-28T10:05:00.000Z"],
    ["rate(1 day)", undefined, "2026-03-29T10:00:00.000Z"],
    ["cron(0 7 * * ? *)", undefined, "2026-03-29T07:00:00.000Z"],
    ["cron(0 7 * * ? *)", "Europe/Brussels", "2026-03-29T05:00:00.000Z"],
    ["cron(0/15 8-17 ? * MON-FRI *)", undefined, "2026-03-30T08:00:00.000Z"],
    ["cron(0 0 L * ? *)", undefined, "2026-03-31T00:00:00.000Z"],
    ["at(2026-04-01T08:00:00)", "Europe/Brussels", "2026-04-01T06:00:00.000Z"],
  ])("%s in %s", (expression, zone, expected) => {
    expect(next(expression, zone)).toBe(expected);
  });

  it("of another kind is refused", () => {
    expect(() => scheduleOf("cron(0 0 ? * 3#1 *)")).toThrow("not supported");
  });
});

describe("events in the local cloud", () => {
  let cloud: Cloud;
  beforeAll(async () => {
    cloud = await startSmallCloud();
  });
  afterAll(() => cloud.stop());

  const upload = (Key: string) =>
    s3Of(cloud).send(new PutObjectCommand({ Bucket: bucketOf(cloud), Key, Body: "x" }));

  it("tick once a day while the clock jumps, and once at the end", async () => {
    await cloud.advance(10 * DAY + HOUR);

    expect(await item(cloud, "event#tick")).toMatchObject({
      count: between(11, 13),
    });
  });

  it("report an execution that ended, with the rule's own input", async () => {
    const sfn = new SFNClient(cloud.operator);
    const stateMachineArn = "arn:aws:states:eu-west-1:000000000000:stateMachine:small-machine";
    await sfn.send(new StartExecutionCommand({ stateMachineArn, name: "one", input: "{}" }));

    await cloud.advance(31 * DAY);

    expect(await cloud.executions()).toMatchObject([{ name: "one", status: "SUCCEEDED" }]);
    const noted = await item(cloud, "event#one");
    expect(JSON.parse(String(noted?.["event"]))).toEqual({ name: "one", status: "SUCCEEDED" });
  });

  it("notify a function of the bucket", async () => {
    await upload("notified/a.txt");
    await cloud.settled();

    expect(await item(cloud, "event#notified/a.txt")).toMatchObject({ count: 1 });
  });

  it("that a function cannot handle are tried three times, then sent to its queue", async () => {
    await upload("doomed/a.txt");
    await cloud.settled();
    const atFirst = cloud.messages("small-dead-letters").length;
    await cloud.advance(HOUR);

    const [message] = cloud.messages("small-dead-letters");
    expect(atFirst).toBe(0);
    expect(JSON.parse(message?.body ?? "{}")).toMatchObject({
      requestContext: { condition: "RetriesExhausted", approximateInvokeCount: 3 },
      requestPayload: { detail: { object: { key: "doomed/a.txt" } } },
      responsePayload: { errorType: "Runtime.HandlerNotFound" },
    });
  });

  it("are taken from the queue and handed to their function again by an operator", async () => {
    await upload("doomed/again.txt");
    await cloud.settled();
    await cloud.advance(HOUR);
    const deps = {
      sqs: new SQSClient(cloud.operator),
      lambda: new LambdaClient(cloud.operator),
      stack: "small",
    };

    const letters = await listDeadLetters(deps);
    const again = letters.find(({ what }) => JSON.stringify(what).includes("again.txt"));
    if (!again) throw new Error("the dead letter is not listed");
    await settle(deps, again);
    await cloud.settled();
    const left = cloud.messages("small-dead-letters").map(({ id }) => id);
    await cloud.advance(HOUR);
    const fresh = (await listDeadLetters(deps)).filter(({ what }) =>
      JSON.stringify(what).includes("again.txt"),
    );

    expect(again).toMatchObject({
      queue: "small-dead-letters",
      why: expect.stringContaining("Runtime.HandlerNotFound") as unknown,
      what: { act: "replay", event: { detail: { object: { key: "doomed/again.txt" } } } },
    });
    expect(left).not.toContain(again.id);
    // The function failed again, so that its event is a new dead letter.
    expect(fresh).toHaveLength(1);
    expect(await listDeadLetters(deps, "another")).toEqual([]);
  });
});
