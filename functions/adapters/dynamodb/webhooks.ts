import type { Webhooks } from "../../domain/ports.ts";
import { keys, WEBHOOKS_PARTITION } from "./keys.ts";
import { getItem, readItems } from "./read-items.ts";
import { queryAll, type Table, translated } from "./table.ts";
import { erase, putOnce } from "./writes.ts";

export function createWebhooks(table: Table): Webhooks {
  return {
    list: () =>
      translated("webhooks", async () => {
        const items = await queryAll(table, {
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": WEBHOOKS_PARTITION },
        });
        return readItems(items, "webhook").items;
      }),

    // The secret first: without it a webhook gets nothing.
    add: (webhook, secret) =>
      translated(webhook.id, async () => {
        await putOnce(table, "webhookSecret", { secret, ...keys.webhookSecret(webhook.id) });
        await putOnce(table, "webhook", { ...webhook, ...keys.webhook(webhook.id) });
      }),

    remove: (id) =>
      translated(id, async () => {
        await erase(table, keys.webhook(id));
        await erase(table, keys.webhookSecret(id));
      }),

    readSecret: (id) =>
      translated(id, async () => (await getItem(table, keys.webhookSecret(id), "webhookSecret"))?.secret),
  };
}
