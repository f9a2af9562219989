import { GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Digests, DigestState } from "../../domain/ports.ts";
import { keys } from "./keys.ts";
import { readItem } from "./read-items.ts";
import { type Table, translated } from "./table.ts";
import { IS_NEW, put, write } from "./writes.ts";

const DigestItem: z.ZodType<DigestState> = z.object({ last: z.string().optional(), due: z.string() });

export function createDigests(table: Table): Digests {
  return {
    find: () =>
      translated("digest", async () => {
        const { Item } = await table.client.send(
          new GetCommand({ TableName: table.name, Key: keys.digest(), ConsistentRead: true }),
        );
        return Item && readItem(Item, (item) => DigestItem.parse(item));
      }),

    save: (state, before) =>
      translated("digest", () => {
        const isAsRead = before ? { condition: "due = :due", values: { ":due": before.due } } : IS_NEW;
        return write(table, put(table, { ...state, ...keys.digest() }, isAsRead));
      }),
  };
}
