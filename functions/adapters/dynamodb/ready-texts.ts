import type { ReadyTexts } from "../../domain/ports.ts";
import { keys, READY_TEXTS_PARTITION } from "./keys.ts";
import { readItems } from "./read-items.ts";
import { queryAll, type Table, translated } from "./table.ts";
import { IS_NEW, put, write } from "./writes.ts";

export function createReadyTexts(table: Table): ReadyTexts {
  return {
    list: () =>
      translated("ready texts", async () => {
        const items = await queryAll(table, {
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": READY_TEXTS_PARTITION },
          ConsistentRead: true,
        });
        return readItems(items, "readyText").items;
      }),

    add: (text) =>
      translated("ready text", () =>
        write(table, put(table, "readyText", { ...text, ...keys.readyText(text.id, text.number) }, IS_NEW)),
      ),
  };
}
