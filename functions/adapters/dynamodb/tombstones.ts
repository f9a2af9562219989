import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { dueAt } from "../../domain/clocks.ts";
import type { Tombstones } from "../../domain/ports.ts";
import { clockUpdate } from "./items.ts";
import { placesOfLine } from "./lines.ts";
import {
  dueShard,
  INDEXES,
  type Key,
  keyOf,
  keys,
  partition,
  publicationsOf,
  PUBLISHED_PARTITION,
  readingsPartition,
} from "./keys.ts";
import { readItem, readItems } from "./read-items.ts";
import { queryAll, queryPage, type Table, translated } from "./table.ts";
import { erase, put, update, write } from "./writes.ts";

/** Value that lists deleted dossiers in the index by stage; no stage has this name. */
const LISTED_AS = "DELETED";

/** Whether the item under a dossier's key is a tombstone. */
export const isTombstone = (item: unknown): boolean =>
  typeof item === "object" && item !== null && "status" in item && item.status === "DELETED";

/** Concurrent deletions. */
const AT_ONCE = 20;

export function createTombstones(table: Table): Tombstones {
  const { client, name: TableName } = table;
  const keysIn = async (pk: string, start = "") => {
    const stored = await queryAll(table, {
      KeyConditionExpression: start === "" ? "pk = :pk" : "pk = :pk AND begins_with(sk, :start)",
      ExpressionAttributeValues: { ":pk": pk, ...(start === "" ? {} : { ":start": start }) },
      ProjectionExpression: "pk, sk",
      ConsistentRead: true,
    });
    return stored.map((item) => keyOf(item));
  };
  const eraseAll = async (some: readonly Key[]) => {
    for (let first = 0; first < some.length; first += AT_ONCE)
      await Promise.all(some.slice(first, first + AT_ONCE).map((key) => erase(table, key)));
  };

  return {
    find: (id) =>
      translated(id, async () => {
        const { Item } = await client.send(
          new GetCommand({ TableName, Key: keys.dossier(id), ConsistentRead: true }),
        );
        return isTombstone(Item) ? readItem(Item, "tombstone") : undefined;
      }),

    bury: (tombstone, version) =>
      translated(tombstone.id, () => {
        const { id, deletedAt, clocks } = tombstone;
        const listed = { [INDEXES.byStage.partitionKey]: LISTED_AS, since: deletedAt };
        const due = { dueShard: dueShard(id), dueAt: dueAt(clocks) };
        const item = { ...tombstone, ...listed, ...due, ...keys.dossier(id) };
        const isAsRead = { condition: "version = :version", values: { ":version": version } };
        return write(table, put(table, "tombstone", item, isAsRead));
      }),

    seal: (id, digest) =>
      translated(id, () =>
        write(
          table,
          update(table, keys.dossier(id), {
            expression: "SET digest = :digest",
            condition: "#status = :deleted",
            names: { "#status": "status" },
            values: { ":deleted": "DELETED", ":digest": digest },
          }),
        ),
      ),

    clear: ({ id, reference }) =>
      translated(id, async () => {
        // Its places are in the partition: they go first.
        await eraseAll(await placesOfLine(table, id));
        const stored = await Promise.all([
          ...[partition(id), readingsPartition(id)].map((pk) => keysIn(pk)),
          keysIn(PUBLISHED_PARTITION, publicationsOf(reference)),
        ]);
        await eraseAll(stored.flat().filter(({ sk }) => sk !== keys.dossier(id).sk));
        // A dossier has the id of its contact request.
        for (const key of [keys.reference(reference), keys.request(id)]) await erase(table, key);
      }),

    complete: (id, clocks) =>
      translated(id, () => {
        const { set, remove, values } = clockUpdate(id, clocks);
        return write(
          table,
          update(table, keys.dossier(id), {
            expression: `SET ${set}${remove === undefined ? "" : ` REMOVE ${remove}`}`,
            condition: "#status = :deleted",
            names: { "#status": "status" },
            values: { ":deleted": "DELETED", ...values },
          }),
        );
      }),

    list: (next) =>
      translated("deleted", async () => {
        const page = await queryPage(
          table,
          {
            IndexName: "byStage",
            KeyConditionExpression: `${INDEXES.byStage.partitionKey} = :deleted`,
            ExpressionAttributeValues: { ":deleted": LISTED_AS },
            ScanIndexForward: false,
          },
          next,
        );
        const { items: lines, unreadable } = readItems(page.items, "tombstoneLine");
        return {
          ...page,
          items: lines.map(({ since, ...line }) => ({ ...line, deletedAt: since })),
          unreadable,
        };
      }),
  };
}
