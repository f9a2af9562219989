import type { CalendarDate } from "../domain/calendar.ts";
import { Conflict, InProgress } from "../domain/errors.ts";
import { dayOf } from "../domain/log.ts";
import type { Dossiers, Logs, Outbox, Webhooks } from "../domain/ports.ts";
import { eventOf, isFor } from "../domain/webhook.ts";

type Deps = {
  webhookHosts: readonly string[];
  webhooks: Pick<Webhooks, "list">;
  outbox: Pick<Outbox, "published" | "publish">;
  logs: Pick<Logs, "read">;
  dossiers: Pick<Dossiers, "find">;
};
export type PublishEvents = (dossierId: string, day: CalendarDate) => Promise<void>;

/**
 * Puts the events of a dossier on a day in the outbox, each once. The events are the entries of its log, which is written
 * with the acts themselves: what happened is told, however often and wherever this stops.
 */
export function createPublishEvents({ webhookHosts, webhooks, outbox, logs, dossiers }: Deps): PublishEvents {
  return async (dossierId, day) => {
    if (webhookHosts.length === 0) return;
    const all = await webhooks.list();
    if (all.length === 0) return;
    const [{ entries, tombstone }, dossier, published] = await Promise.all([
      logs.read(dossierId),
      dossiers.find(dossierId),
      outbox.published(dossierId, day),
    ]);
    const known = tombstone ?? dossier;
    if (!known) return;
    const about = { id: dossierId, reference: known.reference, stage: dossier?.stage };
    const fresh = entries
      .filter((entry) => dayOf(entry) === day)
      .flatMap((entry) => eventOf(entry, about) ?? [])
      .filter(({ id }) => !published.ids.includes(id))
      .map(({ id, event }) => ({
        ...{ id, event },
        webhooks: all.filter((webhook) => isFor(webhook, event)).map((webhook) => webhook.id),
      }))
      .filter(({ webhooks: ids }) => ids.length > 0);
    try {
      await outbox.publish(dossierId, day, fresh, published);
    } catch (error) {
      // Another sweep is publishing them.
      if (error instanceof Conflict) throw new InProgress("EVENTS_BEING_PUBLISHED", { dossierId }, error);
      throw error;
    }
  };
}
