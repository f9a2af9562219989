import { GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { ContactRequest, ContactRequests } from "../../domain/ports.ts";
import { keys } from "./keys.ts";
import { timeToLive } from "./links.ts";
import { type Table, translated } from "./table.ts";
import { IS_NEW, put, write } from "./writes.ts";

const RequestItem = z.object({
  id: z.string(),
  form: z.record(z.string(), z.unknown()),
  at: z.string(),
  deletedAfter: z.string(),
  dossierId: z.string().optional(),
});

export function createContactRequests(table: Table): ContactRequests {
  return {
    save: ({ expiresAt, ...request }: ContactRequest) =>
      translated(request.id, () => {
        const item = { ...request, deletedAfter: expiresAt, expiresAt: timeToLive(expiresAt) };
        return write(table, put(table, { ...item, ...keys.request(request.id) }, IS_NEW));
      }),

    find: (id) =>
      translated(id, async () => {
        const { Item } = await table.client.send(
          new GetCommand({ TableName: table.name, Key: keys.request(id), ConsistentRead: true }),
        );
        if (!Item) return undefined;
        const { deletedAfter, ...request } = RequestItem.parse(Item);
        return { ...request, expiresAt: deletedAfter };
      }),
  };
}
