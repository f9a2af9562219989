import type { Readings } from "../../domain/ports.ts";
import type { Reading } from "../../domain/reading.ts";
import { type Key, keys, readingsPartition, sha256 } from "./keys.ts";
import { noteDay } from "./logs.ts";
import { readItems } from "./read-items.ts";
import { queryAll, queryPage, type Table, translated } from "./table.ts";
import { putOnce } from "./writes.ts";

/** The day comes first, so that a query can read only the latest. */
const idOf = ({ day, by, what, id }: Reading): string =>
  [day, sha256(by.id), what, ...(id === undefined ? [] : [id])].join("#");

export function createReadings(table: Table): Readings {
  const latestFirst = (dossierId: string) => ({
    KeyConditionExpression: "pk = :pk",
    ExpressionAttributeValues: { ":pk": readingsPartition(dossierId) },
    ScanIndexForward: false,
    ConsistentRead: true,
  });
  const isThere = async ({ pk, sk }: Key): Promise<boolean> =>
    (
      await queryAll(table, {
        KeyConditionExpression: "pk = :pk AND sk = :sk",
        ExpressionAttributeValues: { ":pk": pk, ":sk": sk },
      })
    ).length > 0;
  return {
    record: (dossierId, reading) =>
      translated(dossierId, async () => {
        const key = keys.reading(dossierId, idOf(reading));
        // Most readings are repeated within a day: a read is cheaper than the two writes. It need not be the
        // latest: a second write is refused.
        if (await isThere(key)) return;
        await noteDay(table, dossierId, reading.at);
        await putOnce(table, "reading", { ...reading, ...key });
      }),

    list: (dossierId, next) =>
      translated(dossierId, async () => {
        const page = await queryPage(table, latestFirst(dossierId), next);
        return { ...page, ...readItems(page.items, "reading") };
      }),

    listAll: (dossierId) =>
      translated(
        dossierId,
        async () => readItems(await queryAll(table, latestFirst(dossierId)), "reading").items,
      ),
  };
}
