import type { ContactRequest, ContactRequests } from "../../domain/ports.ts";
import { keys } from "./keys.ts";
import { timeToLive } from "./links.ts";
import { getItem } from "./read-items.ts";
import { type Table, translated } from "./table.ts";
import { IS_NEW, put, writeAlone } from "./writes.ts";

export function createContactRequests(table: Table): ContactRequests {
  return {
    save: ({ expiresAt, ...request }: ContactRequest) =>
      translated(request.id, () => {
        const item = { ...request, deletedAfter: expiresAt, expiresAt: timeToLive(expiresAt) };
        const putting = put(table, "contactRequest", { ...item, ...keys.request(request.id) }, IS_NEW);
        return writeAlone(table, putting, "equal-is-done");
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
