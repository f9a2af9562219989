import { TEAM } from "../http/permissions.ts";
import { DONE, tells } from "./answer-schemas.ts";
import { BODIES } from "./inputs.ts";
import { operation } from "./operation.ts";
import { NEXT } from "./parameters.ts";
import { refusedFields } from "./problem.ts";

const list = operation({
  method: "GET",
  path: "/webhooks",
  who: TEAM,
  summary: "Programs that are told of events, without their secrets",
  answer: tells(200, "Webhooks"),
  act: async ({ site }) => ({ items: await site.webhooks.list() }),
});

const add = operation({
  method: "POST",
  path: "/webhooks",
  who: TEAM,
  summary: "Tell a program of events from now on, signed with its secret (Standard Webhooks)",
  makes: true,
  body: BODIES.webhook,
  answer: tells(201, "Made"),
  example: {
    body: {
      address: "https://hooks.led.example/led",
      secret: "whsec_dGhpcyBzZWNyZXQgaXMgb25seSBhbiBleGFtcGxlLg==",
      events: ["dossier.stage-changed", "task.opened"],
    },
  },
  act: async ({ site, caller, body, newId }) => {
    const id = newId();
    const verdict = await site.addWebhook({ id, ...body }, { id: caller.subject, name: caller.name });
    return verdict.allowed ? { id } : refusedFields([...verdict.reasons]);
  },
});

const remove = operation({
  method: "POST",
  path: "/webhooks/:webhookId/removal",
  who: TEAM,
  summary: "Tell a program nothing more, and forget its secret",
  answer: DONE,
  act: async ({ site, params }) => {
    await site.webhooks.remove(params.webhookId);
    return undefined;
  },
});

const listDeliveries = operation({
  method: "GET",
  path: "/webhooks/:webhookId/deliveries",
  who: TEAM,
  summary: "Events that wait for a program, the longest due first",
  query: NEXT,
  answer: tells(200, "OutgoingEventPage"),
  act: ({ site, params, query: { next } }) => site.outbox.list({ waitingFor: params.webhookId }, next),
});

const listGivenUp = operation({
  method: "GET",
  path: "/undelivered-events",
  who: TEAM,
  summary: "Events that no attempt delivered, oldest first; they are kept for 30 days",
  query: NEXT,
  answer: tells(200, "OutgoingEventPage"),
  act: ({ site, query: { next } }) => site.outbox.list("given-up", next),
});

const replay = operation({
  method: "POST",
  path: "/undelivered-events/replay",
  who: TEAM,
  summary: "Deliver an event again, or all that were given up for a program",
  body: BODIES.replay,
  answer: DONE,
  example: { body: { webhook: "01JDQ4G2T7D5M9R3W1Y8BKCZ4F" } },
  act: async ({ site, body }) => {
    await site.replayDeliveries(body);
    return undefined;
  },
});

export const WEBHOOK_OPERATIONS = [list, add, remove, listDeliveries, listGivenUp, replay];
