import { addDays, startOfDay } from "../../domain/calendar.ts";
import type { Outbox } from "../../domain/ports.ts";
import { type OutgoingEvent, OUTBOX_DAYS } from "../../domain/webhook.ts";
import { keys, OUTBOX_PARTITION } from "./keys.ts";
import { timeToLive } from "./links.ts";
import { getItem, readItems } from "./read-items.ts";
import { queryPage, type Table, translated } from "./table.ts";
import { type Action, erase, IS_NEW, put, putOver, remove, update, write, writeAlone } from "./writes.ts";

/** Starts of the sort keys: what waits for a webhook, by the moment it is due, and what was given up. */
const waitingFor = (webhook: string) => `DUE#${webhook}#`;
const GIVEN_UP = "GIVENUP#";

/** Actions of one transaction, beside the record of what is published: DynamoDB takes 100. */
const AT_ONCE = 98;
/** Later than every moment. */
const LAST = "~";

type InTheOutbox = Omit<OutgoingEvent, "place">;
const placeOf = ({ id, webhook, dueAt, givenUpAt }: InTheOutbox): string =>
  givenUpAt === undefined
    ? `${waitingFor(webhook)}${dueAt ?? ""}#${id}`
    : `${GIVEN_UP}${givenUpAt}#${webhook}#${id}`;

/** It ends by itself, also where its webhook was removed. */
function itemOf(delivery: InTheOutbox) {
  const place = placeOf(delivery);
  const expiresAt = timeToLive(addDays(delivery.event.timestamp, OUTBOX_DAYS));
  return { ...delivery, place, expiresAt, ...keys.outgoingEvent(place) };
}

export function createOutbox(table: Table): Outbox {
  const page = (from: string, to: string, next?: string) =>
    queryPage(
      table,
      {
        KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
        ExpressionAttributeValues: { ":pk": OUTBOX_PARTITION, ":from": from, ":to": to },
      },
      next,
    );

  return {
    published: (dossierId, day) =>
      translated(dossierId, async () => {
        const item = await getItem(table, keys.published(dossierId, day), "published");
        return item ?? { revision: 0, ids: [] };
      }),

    publish: (dossierId, day, events, before) =>
      translated(dossierId, async () => {
        let { revision, ids } = before;
        let actions: Action[] = [];
        const writeAll = async () => {
          const isAsRead = { condition: "revision = :read", values: { ":read": revision } };
          const expiresAt = timeToLive(addDays(startOfDay(day), OUTBOX_DAYS));
          const item = { revision: revision + 1, ids, expiresAt, ...keys.published(dossierId, day) };
          await write(table, put(table, "published", item, revision === 0 ? IS_NEW : isAsRead), ...actions);
          revision += 1;
          actions = [];
        };
        for (const { id, event, webhooks } of events) {
          if (actions.length + webhooks.length > AT_ONCE) await writeAll();
          ids = [...ids, id];
          for (const webhook of webhooks) {
            const item = itemOf({ id, webhook, event, attempts: 0, dueAt: event.timestamp });
            actions.push(putOver(table, "outgoingEvent", item, "guarded"));
          }
        }
        if (actions.length > 0) await writeAll();
      }),

    listDue: (webhook, now) =>
      translated(webhook, async () => {
        const found = await page(waitingFor(webhook), `${waitingFor(webhook)}${now}${LAST}`);
        return readItems(found.items, "outgoingEvent").items;
      }),

    list: (which, next) =>
      translated("outbox", async () => {
        const start = which === "given-up" ? GIVEN_UP : waitingFor(which.waitingFor);
        const found = await page(start, `${start}${LAST}`, next);
        return { ...found, ...readItems(found.items, "outgoingEvent") };
      }),

    find: (place) => translated(place, () => getItem(table, keys.outgoingEvent(place), "outgoingEvent")),

    move: (delivery, { dueAt, givenUpAt }) =>
      translated(delivery.id, async () => {
        const moved = { ...delivery, dueAt, givenUpAt };
        const item = itemOf(moved);
        await write(
          table,
          remove(table, keys.outgoingEvent(delivery.place), { condition: "attribute_exists(pk)" }),
          putOver(table, "outgoingEvent", item, "guarded"),
        );
        return { ...moved, place: item.place };
      }),

    note: ({ place }, failure) =>
      translated(place, () =>
        writeAlone(
          table,
          update(table, keys.outgoingEvent(place), {
            expression: "SET failure = :failure",
            condition: "attribute_exists(pk)",
            values: { ":failure": failure },
          }),
          "holds-afterwards",
        ),
      ),

    remove: ({ place }) => translated(place, () => erase(table, keys.outgoingEvent(place))),
  };
}
