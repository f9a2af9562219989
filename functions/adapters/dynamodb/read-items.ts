import * as z from "zod";
import { Unreadable } from "../../domain/errors.ts";
import { alarmUnreadable } from "../shared/observability.ts";

/**
 * Stored items are parsed on every read. One that does not parse is a fault of ours, and of that item alone: where it is
 * read by itself the reading fails under its name; where many are read the others are read, and it is named beside them.
 * Operators hear of it either way.
 */
const Key = z.object({ pk: z.string().default(""), sk: z.string().default("") });

/** `DOSSIER#… TASK#…`: ids only, as every key. */
const keyOf = (item: unknown): string => {
  const { pk, sk } = Key.catch({ pk: "", sk: "" }).parse(item);
  return `${pk} ${sk}`.trim();
};

export function readItem<Item>(item: unknown, read: (item: unknown) => Item): Item {
  try {
    return read(item);
  } catch (cause) {
    alarmUnreadable([keyOf(item)]);
    throw new Unreadable(keyOf(item), cause);
  }
}

export type ReadItems<Item> = { items: Item[]; unreadable: string[] };

export function readItems<Item>(stored: readonly unknown[], read: (item: unknown) => Item): ReadItems<Item> {
  const found: ReadItems<Item> = { items: [], unreadable: [] };
  for (const item of stored) {
    try {
      found.items.push(read(item));
    } catch {
      found.unreadable.push(keyOf(item));
    }
  }
  if (found.unreadable.length > 0) alarmUnreadable(found.unreadable);
  return found;
}
