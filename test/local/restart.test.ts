import { PutObjectCommand } from "@aws-sdk/client-s3";
import { SFNClient, StartExecutionCommand } from "@aws-sdk/client-sfn";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../infra/temporary-folder.ts";
import { answerOf, bucketOf, item, s3Of, startSmallCloud } from "./small-app/small-cloud.ts";

const DAY = 86_400_000;

describe("a local cloud with a state folder", () => {
  it.each(["stop", "kill"] as const)("keeps everything after a %s", async (end) => {
    const stateFolder = temporaryFolder("restart-");
    const before = await startSmallCloud({ stateFolder });
    await before.advance(10 * DAY);
    await answerOf(before, "small-store", { id: "kept" });
    await answerOf(before, "small-mail", { from: "led@example.org" });
    await s3Of(before).send(
      new PutObjectCommand({ Bucket: bucketOf(before), Key: "kept.txt", Body: "kept" }),
    );
    const sfn = new SFNClient(before.operator);
    const stateMachineArn = "arn:aws:states:eu-west-1:000000000000:stateMachine:small-machine";
    await sfn.send(new StartExecutionCommand({ stateMachineArn, name: "waits", input: "{}" }));
    const { get } = await answerOf(before, "small-sign", { key: "kept.txt" });
    await before[end]();

    const after = await startSmallCloud({ stateFolder });

    expect(after.clock.now()).toBeGreaterThan(Date.now() + 9 * DAY);
    expect(await item(after, "kept")).toMatchObject({ pk: "kept" });
    expect(await after.mailbox()).toMatchObject([{ subject: "Hallo" }]);
    expect(await after.executions("RUNNING")).toMatchObject([{ name: "waits" }]);
    const moved = String(get).replace(new URL(String(get)).host, new URL(after.gatewayUrl).host);
    expect((await fetch(moved)).status).toBe(403);
    await after.advance(31 * DAY);
    expect(await after.executions()).toMatchObject([{ name: "waits", status: "SUCCEEDED" }]);
    await after.stop();
  });
});
