import { Webhook as Signer } from "standardwebhooks";
import { toInstant } from "../domain/calendar.ts";
import { Conflict } from "../domain/errors.ts";
import type { Clock, Outbox, PostWebhook, Webhooks } from "../domain/ports.ts";
import { type OutgoingEvent, nextAttempt, type Webhook } from "../domain/webhook.ts";
import { addressIsAllowed } from "./address-is-allowed.ts";

type Deps = {
  webhookHosts: readonly string[];
  webhooks: Pick<Webhooks, "list" | "readSecret">;
  outbox: Outbox;
  post: PostWebhook;
  /** Reports a delivery that was given up. */
  onGivenUp: (delivery: OutgoingEvent) => void;
  now: Clock;
};
export type Delivered = { delivered: number; failed: number; givenUp: number };

/**
 * Delivers what is due, signed as Standard Webhooks says. At least once: an attempt is recorded, with the time of the next,
 * before it is made. After a failure the other deliveries to that address wait for the next run.
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 */
export function createDeliverWebhooks(deps: Deps) {
  return async (hasTime: () => boolean): Promise<Delivered> => {
    const total: Delivered = { delivered: 0, failed: 0, givenUp: 0 };
    const all = await deps.webhooks.list();
    await Promise.all(all.map((webhook) => deliverTo(deps, webhook, total, hasTime)));
    return total;
  };
}

async function deliverTo(deps: Deps, webhook: Webhook, total: Delivered, hasTime: () => boolean) {
  const due = await deps.outbox.listDue(webhook.id, toInstant(deps.now()));
  if (due.length === 0) return;
  const signer = await signerOf(deps, webhook);
  for (const delivery of due) {
    if (!hasTime()) return;
    const attempted = await claim(deps, delivery);
    if (!attempted) continue;
    const failure = await attempt(deps, webhook, signer, attempted);
    if (failure === undefined) {
      await deps.outbox.remove(attempted);
      total.delivered += 1;
      continue;
    }
    await deps.outbox.note(attempted, failure);
    total.failed += 1;
    if (attempted.givenUpAt !== undefined) {
      total.givenUp += 1;
      deps.onGivenUp(attempted);
    }
    return;
  }
}

const signerOf = async ({ webhooks }: Deps, { id }: Webhook) => {
  const secret = await webhooks.readSecret(id);
  return secret === undefined ? undefined : new Signer(secret);
};

/** Undefined where another run took it. */
async function claim({ outbox, now }: Deps, delivery: OutgoingEvent): Promise<OutgoingEvent | undefined> {
  const attempts = delivery.attempts + 1;
  const next = nextAttempt(attempts, toInstant(now()));
  try {
    return await outbox.move(
      { ...delivery, attempts },
      next === undefined ? { givenUpAt: toInstant(now()) } : { dueAt: next },
    );
  } catch (error) {
    if (error instanceof Conflict) return undefined;
    throw error;
  }
}

/** Undefined after a success; otherwise the code of the failure. */
async function attempt(
  { post, webhookHosts, now }: Deps,
  { address }: Webhook,
  signer: Signer | undefined,
  { id, event }: OutgoingEvent,
): Promise<string | undefined> {
  if (!addressIsAllowed(address, webhookHosts).allowed) return "host-not-allowed";
  if (!signer) return "secret-missing";
  const at = now();
  const body = JSON.stringify(event);
  const headers = {
    "content-type": "application/json",
    "user-agent": "led-onboarding",
    "webhook-id": id,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": signer.sign(id, at, body),
  };
  const answer = await post(address, headers, body);
  if (typeof answer === "string") return answer;
  return answer >= 200 && answer < 300 ? undefined : `status-${answer}`;
}
