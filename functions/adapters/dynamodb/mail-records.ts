import { GetCommand } from "@aws-sdk/lib-dynamodb";
import type { MailRecords } from "../../domain/ports.ts";
import { MailItem } from "./dossiers.ts";
import { keys } from "./keys.ts";
import { readItem } from "./read-items.ts";
import { timeToLive } from "./links.ts";
import { type Table, translated } from "./table.ts";
import { overwrite } from "./writes.ts";

export function createMailRecords(table: Table): MailRecords {
  return {
    find: (dossierId, key) =>
      translated(key, async () => {
        const { Item } = await table.client.send(
          new GetCommand({ TableName: table.name, Key: keys.mail(dossierId, key), ConsistentRead: true }),
        );
        return Item && readItem(Item, (item) => MailItem.parse(item));
      }),

    save: (dossierId, record, keptUntil) =>
      translated(record.key, async () => {
        const forgotten = keptUntil === undefined ? {} : { expiresAt: timeToLive(keptUntil) };
        const item = { ...record, ...forgotten, ...keys.mail(dossierId, record.key) };
        await overwrite(table, item, "follows-the-send");
      }),
  };
}
