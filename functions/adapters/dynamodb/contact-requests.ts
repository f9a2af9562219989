import type { ContactRequest, ContactRequests } from "../../domain/ports.ts";
import { keys } from "./keys.ts";
import { timeToLive } from "./links.ts";
import { getItem } from "./read-items.ts";
import { type Table, translated } from "./table.ts";
import { IS_NEW, put, write } from "./writes.ts";

export function createContactRequests(table: Table): ContactRequests {
  return {
    save: ({ expiresAt, ...request }: ContactRequest) =>
      translated(request.id, () => {
        const item = { ...request, deletedAfter: expiresAt, expiresAt: timeToLive(expiresAt) };
        return write(table, put(table, "contactRequest", { ...item, ...keys.request(request.id) }, IS_NEW));
      }),

    find: (id) =>
      translated(id, async () => {
        const item = await getItem(table, keys.request(id), "contactRequest");
        if (!item) return undefined;
        const { deletedAfter, ...request } = item;
        return { ...request, expiresAt: deletedAfter };
      }),
  };
}
