import { toInstant } from "../domain/calendar.ts";
import { Conflict } from "../domain/errors.ts";
import type { Clock, Outbox } from "../domain/ports.ts";
import type { OutgoingEvent } from "../domain/webhook.ts";

type Deps = { outbox: Pick<Outbox, "find" | "list" | "move">; now: Clock };
/** One delivery by its place, or everything that was given up for a webhook. */
export type ReplayDeliveries = (which: { place: string } | { webhook: string }) => Promise<void>;

/** Makes deliveries that were given up due again, with all their attempts. What is gone was replayed before. */
export function createReplayDeliveries({ outbox, now }: Deps): ReplayDeliveries {
  const replay = async (delivery: OutgoingEvent): Promise<void> => {
    try {
      await outbox.move({ ...delivery, attempts: 0 }, { dueAt: toInstant(now()) });
    } catch (error) {
      // Somebody else replayed it.
      if (!(error instanceof Conflict)) throw error;
    }
  };
  return async (which) => {
    if ("place" in which) {
      const found = await outbox.find(which.place);
      return found?.givenUpAt === undefined ? undefined : replay(found);
    }
    let next: string | undefined;
    do {
      const page = await outbox.list("given-up", next);
      for (const delivery of page.items) if (delivery.webhook === which.webhook) await replay(delivery);
      next = page.next;
    } while (next !== undefined);
  };
}
