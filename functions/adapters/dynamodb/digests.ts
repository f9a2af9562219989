import type { Digests } from "../../domain/ports.ts";
import { keys } from "./keys.ts";
import { getItem } from "./read-items.ts";
import { type Table, translated } from "./table.ts";
import { IS_NEW, put, write } from "./writes.ts";

export function createDigests(table: Table): Digests {
  return {
    find: () => translated("digest", () => getItem(table, keys.digest(), "digest")),

    save: (state, before) =>
      translated("digest", () => {
        const isAsRead = before ? { condition: "due = :due", values: { ":due": before.due } } : IS_NEW;
        return write(table, put(table, "digest", { ...state, ...keys.digest() }, isAsRead));
      }),
  };
}
