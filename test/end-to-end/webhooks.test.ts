import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, expect, it } from "vitest";
import { WebhookEvent } from "../../functions/domain/webhook.ts";
import { createApp } from "../../infra/app.ts";
import { openReceiver, type Receiver } from "../builders/https-server.ts";
import { aKey, told } from "../client/client.ts";
import { openProgram } from "../client/program.ts";
import type { components } from "../client/schema.ts";
import { Journey } from "../journey/journey.ts";
import type { Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const SECRET = `whsec_${Buffer.alloc(32, "k").toString("base64")}`;
type NewWebhook = components["schemas"]["NewWebhookInput"];
let receiver: Receiver;
let scene: Scene;

beforeAll(async () => {
  receiver = await openReceiver();
  const overrides = { webhookHosts: [receiver.host] };
  scene = await openScene({
    assembly: () => createApp({ environment: "dev", overrides }),
    trusted: [receiver.cert],
  });
});
afterAll(async () => {
  await scene.cloud.stop();
  receiver.close();
});

/** Sweeps, and delivers what the sweep put in the outbox. */
const afterMinutes = async (minutes: number) => {
  await scene.cloud.advance(minutes * MINUTE);
  await scene.cloud.advance(2 * MINUTE);
};
const typesIn = (received: Receiver["received"]) =>
  received.map(({ body }) => WebhookEvent.parse(JSON.parse(body)).type);

it("a program that asks for it is told what happens, signed and once", async () => {
  const program = await openProgram(scene.cloud);
  const body = { address: `https://${receiver.host}/led`, secret: SECRET };
  const added = await program.POST("/webhooks", { params: { header: aKey() }, body });
  const elsewhere = { ...body, address: "https://169.254.169.254/latest" };
  const refused = await program.POST("/webhooks", { params: { header: aKey() }, body: elsewhere });
  const journey = new Journey(scene);
  await journey.makeContact();
  await journey.open("SubmitIntake");
  await afterMinutes(8);
  await afterMinutes(8);

  expect(refused.error).toMatchObject({ status: 422, errors: [{ rule: "WEBHOOK-01" }] });
  // A token is valid for 15 minutes.
  const { items } = told(await (await openProgram(scene.cloud)).GET("/webhooks", {}));
  expect(items).toMatchObject([{ address: body.address, id: told(added).id }]);
  expect(items.map((item) => "secret" in item)).toEqual([false]);
  expect(typesIn(receiver.received).toSorted()).toEqual([
    "dossier.opened",
    "dossier.stage-changed",
    "task.opened",
  ]);
  for (const { headers, body: text } of receiver.received) {
    const at = new Date(Number(headers["webhook-timestamp"]) * 1000);
    expect(headers["webhook-signature"]).toBe(
      new Webhook(SECRET).sign(headers["webhook-id"] ?? "", at, text),
    );
    expect(text).not.toMatch(/Voorbeeld|@/);
  }
});

it("what it did not take for two days is on a page, which delivers it again", async () => {
  const program = await openProgram(scene.cloud);
  for (const { id: webhookId } of told(await program.GET("/webhooks", {})).items)
    await program.POST("/webhooks/{webhookId}/removal", { params: { path: { webhookId } } });
  const body: NewWebhook = {
    address: `https://${receiver.host}/again`,
    secret: SECRET,
    events: ["dossier.opened"],
  };
  told(await program.POST("/webhooks", { params: { header: aKey() }, body }));
  receiver.answers.status = 503;
  const journey = new Journey(scene);
  await journey.makeContact();
  await scene.cloud.advance(9 * DAY);
  const tine = await scene.staffBrowser("tine-team");
  const page = await scene.openAsStaff(tine, `${scene.cloud.adminUrl}/webhooks`);
  expect(page.text).toContain("status-503");
  expect(page.text).toContain(journey.reference);

  receiver.answers.status = 200;
  receiver.received.length = 0;
  const again = await tine.submit(page.formTo("/webhooks/replay"), {}, "Stuur alles opnieuw");
  await afterMinutes(2);

  expect(again.text).toContain("We sturen het opnieuw");
  expect(typesIn(receiver.received)).toEqual(["dossier.opened"]);
  const left = await (await openProgram(scene.cloud)).GET("/undelivered-events", {});
  expect(told(left).items).toEqual([]);
});
