import * as z from "zod";
import { Unreadable } from "../../domain/errors.ts";
import { alarmUnreadable } from "../shared/observability.ts";

/**
 * Parses stored items on every read. An unreadable item is a fault of the system and affects only that item. A read of
 * one item fails with its key. A read of many items returns the others and lists the unreadable keys. Operators are
 * alarmed in both cases.
 */
const Key = z.object({ pk: z.string().default(""), sk: z.string().default("") });

/** `DOSSIER#… TASK#…`: holds only ids, as every key does. */
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
