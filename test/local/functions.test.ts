import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Cloud } from "../../local/cloud.ts";
import { some, textLike, textWith } from "./small-app/matchers.ts";
import { answerOf, item, startSmallCloud } from "./small-app/small-cloud.ts";

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startSmallCloud();
});
afterAll(() => cloud.stop());

describe("a function", () => {
  it("reaches its table through an unmodified SDK client", async () => {
    expect(await answerOf(cloud, "small-store", { id: "a" })).toMatchObject({
      stored: "a",
      region: "eu-west-1",
    });
    expect(await item(cloud, "a")).toMatchObject({ pk: "a" });
  });

  it("runs in virtual time", async () => {
    await cloud.advance(400 * 86_400_000);

    const { now } = await answerOf(cloud, "small-store", { id: "later" });

    expect(Math.abs(Date.parse(String(now)) - cloud.clock.now())).toBeLessThan(5_000);
    expect((await item(cloud, "later"))?.["at"]).toBeGreaterThan(Date.now() + 399 * 86_400_000);
  });

  it("is denied what its role does not allow, with the message of the service", async () => {
    expect(await answerOf(cloud, "small-pry", {})).toMatchObject({
      errorType: "AccessDeniedException",
      errorMessage: textLike(
        /assumed-role\/.*\/small-pry is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:eu-west-1:000000000000:table\/small-table because/,
      ),
    });
  });

  it("that throws returns the error's name, and one that hangs is ended", async () => {
    const failed = await cloud.invoke("small-store", { id: "x", fail: "GiveUp" });
    const hung = await cloud.invoke("small-store", { id: "x", hang: true });
    const after = await answerOf(cloud, "small-store", { id: "again" });

    expect(failed.functionError).toBe("Unhandled");
    expect(JSON.parse(failed.payload)).toMatchObject({
      errorType: "GiveUp",
      errorMessage: "told to fail",
      trace: some(Array),
    });
    expect(JSON.parse(hung.payload)).toMatchObject({
      errorType: "Sandbox.Timedout",
      errorMessage: textWith("Task timed out after 4.00 seconds"),
    });
    expect(after).toMatchObject({ stored: "again" });
  });

  it("writes to its log", () => {
    expect(cloud.logs("small-store").map(({ text }) => text)).toContain("storing a");
  });

  it("sends mail only from its permitted address", async () => {
    const sent = await answerOf(cloud, "small-mail", { from: "led@example.org" });
    const refused = await answerOf(cloud, "small-mail", { from: "someone@example.org" });

    expect(refused).toMatchObject({
      errorType: "AccessDenied",
      errorMessage: textWith("ses:SendRawEmail"),
    });
    const [mail] = await cloud.mailbox();
    expect(mail).toMatchObject({
      id: sent["messageId"],
      from: "led@example.org",
      to: ["ann@example.org"],
      replyTo: ["led@example.org"],
      subject: "Hallo",
    });
    expect(mail?.text.trim()).toBe("Dag Ann");
    expect(Math.abs((mail?.at ?? 0) - cloud.clock.now())).toBeLessThan(60_000);
  });

  it("runs concurrently", async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => answerOf(cloud, "small-store", { id: `many-${index}` })),
    );

    expect(new Set(answers.map(({ stored }) => stored)).size).toBe(20);
  });

  it("waits for another invocation of it where so many run as may", async () => {
    const narrow = await startSmallCloud({ mostOfOne: 1 });
    const { promise, resolve: answer } = Promise.withResolvers<void>();
    const { struck } = narrow.faults.add({ service: "dynamodb", until: promise, times: 2 });

    const both = ["one", "other"].map((id) => answerOf(narrow, "small-store", { id }));
    await expect.poll(() => struck.length).toBe(1);
    const begun = struck.length;
    answer();
    const answers = await Promise.all(both);
    await narrow.stop();

    expect(begun).toBe(1);
    expect(answers).toMatchObject([{ stored: "one" }, { stored: "other" }]);
    expect(struck.length).toBe(2);
  });
});

describe("faults and counts", () => {
  it("count calls by caller, and units without changing the answers", async () => {
    cloud.counts.reset();

    await answerOf(cloud, "small-store", { id: "counted" });

    expect(cloud.counts.snapshot()).toMatchObject({
      calls: { "dynamodb:PutItem": 1 },
      callsBy: { "small-store": { "dynamodb:PutItem": 1 } },
      invocations: { "small-store": 1 },
      writeUnits: 1,
    });
  });

  it("make a call fail with a named error, as often as configured", async () => {
    cloud.faults.add({
      service: "dynamodb",
      operation: "PutItem",
      error: "ResourceNotFoundException",
      match: ({ TableName }) => TableName === "small-table",
    });

    expect(await answerOf(cloud, "small-store", { id: "f1" })).toMatchObject({
      errorType: "ResourceNotFoundException",
    });
    expect(await answerOf(cloud, "small-store", { id: "f2" })).toMatchObject({ stored: "f2" });
  });

  it("end a function before or after its call takes effect", async () => {
    cloud.faults.add({ service: "dynamodb", operation: "PutItem", caller: "small-store", crash: "before" });
    const before = await answerOf(cloud, "small-store", { id: "before" });
    cloud.faults.add({ service: "dynamodb", operation: "PutItem", caller: "small-store", crash: "after" });
    const after = await answerOf(cloud, "small-store", { id: "after" });

    expect([before, after]).toMatchObject([
      { errorType: "Runtime.ExitError" },
      { errorType: "Runtime.ExitError" },
    ]);
    expect(await item(cloud, "before")).toBeUndefined();
    expect(await item(cloud, "after")).toMatchObject({ pk: "after" });
  });
});
