import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { addMinutes, dateOf } from "../../functions/domain/calendar.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { WebhookEvent } from "../../functions/domain/webhook.ts";
import { createDeliverWebhooks } from "../../functions/webhooks/deliver-webhooks.ts";
import { backendForEachTest } from "../application/backend.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { APPLICANT, TEAM } from "../builders/people.ts";

const test = backendForEachTest();
const ADDRESS = "https://hooks.led.example/led";
const KEY = Buffer.alloc(32, "k");
const SECRET = `whsec_${KEY.toString("base64")}`;
type Posted = { address: string; headers: Record<string, string>; body: string };

let dossier: Dossier;
let posted: Posted[];
let answer: number;
let givenUp: string[];

beforeEach(async () => {
  [posted, answer, givenUp] = [[], 200, []];
  await add();
  dossier = await test.backend.dossiers.create(aDossier({ openedAt: NOW }));
});

const add = (more: { id?: string; address?: string; events?: ["task.opened"] } = {}) =>
  test.acts.addWebhook({ id: "webhook-1", address: ADDRESS, secret: SECRET, ...more }, TEAM);
const later = (minutes: number) => void (test.time.now = addMinutes(test.time.now, minutes));
const sweep = async () => {
  later(2);
  await test.sweep();
};
const deliver = (webhookHosts = test.backend.webhookHosts) =>
  createDeliverWebhooks({
    ...test.backend,
    webhookHosts,
    post: async (address, headers, body) => {
      posted.push({ address, headers, body });
      return answer;
    },
    onGivenUp: ({ id }) => void givenUp.push(id),
  })(() => true);
const events = () => posted.map(({ body }) => WebhookEvent.parse(JSON.parse(body)));
const typesOf = () => events().map(({ type }) => type);

describe("what happens to a dossier", () => {
  it("is told once, with ids, the type and the stage, and nothing that a person typed", async () => {
    await test.acts.messageTeam(dossier, APPLICANT, { id: "message-1", text: "Dag, hier is An Voorbeeld." });

    await sweep();
    await sweep();
    await deliver();
    await deliver();

    expect(events()).toContainEqual({
      type: "dossier.opened",
      timestamp: NOW,
      data: { dossier: dossier.id, reference: dossier.reference, stage: dossier.stage },
    });
    expect(typesOf().toSorted()).toEqual(["dossier.opened", "message.recorded", "task.opened"]);
    const { name, email } = dossier.people.contact;
    for (const personal of [name, email, dossier.organisation.name, "Dag", APPLICANT.id])
      expect(posted.map(({ body }) => body).join()).not.toContain(personal);
  });

  it("is signed as Standard Webhooks says", async () => {
    await sweep();
    await deliver();

    const [sent] = posted;
    if (!sent) throw new Error("nothing was sent");
    const { address, headers, body } = sent;
    const { "webhook-id": id, "webhook-timestamp": at, "webhook-signature": signature } = headers;
    const expected = createHmac("sha256", KEY).update(`${id}.${at}.${body}`).digest("base64");
    expect({ address, id, signature }).toEqual({
      address: ADDRESS,
      id: `${dossier.id}/opened`,
      signature: `v1,${expected}`,
    });
    expect(Number(at)).toBe(Math.floor(Date.parse(test.time.now) / 1000));
  });

  it("is told to each program that asked for its type, and from then on only", async () => {
    await add({ id: "webhook-2", address: `${ADDRESS}/2`, events: ["task.opened"] });
    later(1);
    await test.acts.messageTeam(dossier, APPLICANT, { id: "message-1", text: "Dag" });
    later(1);
    await add({ id: "webhook-3", address: `${ADDRESS}/3` });

    await sweep();
    await deliver();

    const to = (end: string) => posted.filter(({ address }) => address === `${ADDRESS}${end}`).length;
    expect([to(""), to("/2"), to("/3")]).toEqual([3, 1, 0]);
  });

  it("is told of a deleted dossier too", async () => {
    const at = test.time.now;
    const { id, reference, version } = dossier;
    await test.backend.tombstones.bury(
      {
        ...{ status: "DELETED", id, reference, deletedAt: at, rule: "RETENTION-01", outcome: "ended" },
        ...{ closedAt: at, counts: { documents: 0, mails: 0, tasks: 0 }, clocks: { deletion: at } },
      },
      version,
    );
    await sweep();
    await deliver();

    expect(events().at(-1)).toEqual({
      type: "dossier.deleted",
      timestamp: at,
      data: { dossier: id, reference },
    });
  });

  it("is not read where nobody asks for it", async () => {
    await test.acts.webhooks.remove("webhook-1");
    await sweep();

    expect(await test.acts.outbox.published(dossier.id, dateOf(NOW))).toEqual({ revision: 0, ids: [] });
  });
});

describe("a program that does not take an event", () => {
  it("is tried again eight times in two days; then it is given up, which alarms, and can be replayed", async () => {
    answer = 500;
    await sweep();
    for (const wait of [0, 1, 5, 30, 120, 300, 600, 1440]) {
      later(wait - 1);
      const before = posted.length;
      if (wait > 0) await deliver();
      expect(posted).toHaveLength(before);
      later(1);
      await deliver();
      expect(posted).toHaveLength(before + 1);
    }
    const { items } = await test.acts.outbox.list("given-up");

    expect(givenUp).toEqual([`${dossier.id}/opened`]);
    expect(items).toEqual([expect.objectContaining({ attempts: 8, failure: "status-500" })]);
    expect(new Set(posted.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    later(1440);
    await deliver();
    expect(posted).toHaveLength(8);

    answer = 200;
    await test.acts.replayDeliveries({ webhook: "webhook-1" });
    await deliver();
    expect(posted).toHaveLength(9);
    expect((await test.acts.outbox.list("given-up")).items).toEqual([]);
  });

  it.each([301, 302, 404, 503])(
    "by status %i keeps the others waiting, until the next run",
    async (status) => {
      await test.acts.messageTeam(dossier, APPLICANT, { id: "message-1", text: "Dag" });
      await sweep();
      answer = status;
      await deliver();
      expect(posted).toHaveLength(1);

      answer = 200;
      await deliver();
      expect(posted).toHaveLength(3);
      later(1);
      await deliver();
      expect(new Set(posted.map(({ headers }) => headers["webhook-id"])).size).toBe(3);
    },
  );

  it("gets an event once when two runs deliver at the same moment", async () => {
    await sweep();
    await Promise.all([deliver(), deliver()]);

    expect(posted).toHaveLength(1);
  });

  it("is not called any more once its host is not configured", async () => {
    await sweep();

    expect(await deliver(["other.example"])).toMatchObject({ delivered: 0, failed: 1 });
    expect(posted).toEqual([]);
  });
});

/* WEBHOOK-01 */
it.each([
  "http://hooks.led.example/led",
  "https://hooks.led.example:8443/led",
  "https://169.254.169.254/latest/meta-data",
  "https://hooks.led.example@evil.example/",
  "https://user:word@hooks.led.example/",
  "https://hooks.led.example.evil.example/",
  "file:///etc/passwd",
  "no address",
])("%s is no address for a webhook", async (address) => {
  expect(await add({ id: "webhook-9", address })).toMatchObject({
    allowed: false,
    reasons: [{ rule: "WEBHOOK-01", field: "address" }],
  });
  expect(await test.acts.webhooks.readSecret("webhook-9")).toBeUndefined();
});
