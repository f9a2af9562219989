import { createOutbox } from "../adapters/dynamodb/outbox.ts";
import { openTable } from "../adapters/dynamodb/table.ts";
import { createWebhooks } from "../adapters/dynamodb/webhooks.ts";
import { postWebhook } from "../adapters/https/post-webhook.ts";
import { ENVIRONMENTS } from "../adapters/shared/environment.ts";
import { alarmGivenUp, logger } from "../adapters/shared/observability.ts";
import { createDeliverWebhooks } from "../webhooks/deliver-webhooks.ts";

/** Milliseconds that remain unused at the end, so that the current attempt can finish. */
const RESERVE = 15_000;

const { TABLE_NAME, WEBHOOK_HOSTS } = ENVIRONMENTS.webhooks.parse(process.env);
const table = openTable(TABLE_NAME);
const deliver = createDeliverWebhooks({
  webhookHosts: WEBHOOK_HOSTS,
  webhooks: createWebhooks(table),
  outbox: createOutbox(table),
  post: postWebhook,
  onGivenUp: ({ webhook, id }) => alarmGivenUp(webhook, id),
  now: () => new Date(),
});

export const handler = async (
  _event: unknown,
  context: { getRemainingTimeInMillis(): number },
): Promise<void> => {
  const delivered = await deliver(() => context.getRemainingTimeInMillis() > RESERVE);
  logger.info("EVENTS_DELIVERED", delivered);
};
