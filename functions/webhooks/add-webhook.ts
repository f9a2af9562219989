import { toInstant } from "../domain/calendar.ts";
import type { Clock, Webhooks } from "../domain/ports.ts";
import type { Verdict } from "../domain/verdict.ts";
import type { EventType } from "../domain/webhook.ts";
import { addressIsAllowed } from "./address-is-allowed.ts";

type Deps = { webhookHosts: readonly string[]; webhooks: Pick<Webhooks, "add">; now: Clock };
/** `secret`: as its program made it, `whsec_` and base64. Nothing shows it again. */
export type NewWebhook = { id: string; address: string; secret: string; events?: EventType[] };
export type AddWebhook = (webhook: NewWebhook, by: { id: string; name: string }) => Promise<Verdict>;

/** Tells a program of what happens from now on. */
export function createAddWebhook({ webhookHosts, webhooks, now }: Deps): AddWebhook {
  return async ({ secret, ...webhook }, by) => {
    const verdict = addressIsAllowed(webhook.address, webhookHosts);
    if (verdict.allowed) await webhooks.add({ ...webhook, by, at: toInstant(now()) }, secret);
    return verdict;
  };
}
