import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { Unreadable } from "../../domain/errors.ts";
import { alarmUnreadable } from "../shared/observability.ts";
import { type Key, keyOf } from "./keys.ts";
import { type ShapeName, SHAPES, type Stored } from "./shapes.ts";
import type { Table } from "./table.ts";

/**
 * Stored items are parsed on every read, by the name of their shape. One that does not parse is a fault of ours, and of
 * that item alone: where it is read by itself the reading fails under its name; where many are read the others are read,
 * and it is named beside them. Operators hear of it either way.
 */

/** `DOSSIER#… TASK#…`: ids and hashes only, as every key. */
const nameOf = (item: unknown): string => {
  const { pk, sk } = keyOf(item);
  return `${pk} ${sk}`.trim();
};

/** The one way from a name to its shape: the compiler cannot relate the two halves of the table by itself. */
const parsed = <Name extends ShapeName>(item: unknown, name: Name) => SHAPES[name].read(item) as Stored<Name>;

export function readItem<Name extends ShapeName>(item: unknown, name: Name): Stored<Name> {
  try {
    return parsed(item, name);
  } catch (cause) {
    alarmUnreadable([nameOf(item)]);
    throw new Unreadable(nameOf(item), cause);
  }
}

/** The item as the last write left it; undefined where there is none. */
export async function getItem<Name extends ShapeName>(
  { client, name: TableName }: Table,
  key: Key,
  name: Name,
): Promise<Stored<Name> | undefined> {
  const { Item } = await client.send(new GetCommand({ TableName, Key: key, ConsistentRead: true }));
  return Item && readItem(Item, name);
}

export type ReadItems<Item> = { items: Item[]; unreadable: string[] };

export function readItems<Name extends ShapeName>(
  stored: readonly unknown[],
  name: Name,
): ReadItems<Stored<Name>> {
  const found: ReadItems<Stored<Name>> = { items: [], unreadable: [] };
  for (const item of stored) {
    try {
      found.items.push(parsed(item, name));
    } catch {
      found.unreadable.push(nameOf(item));
    }
  }
  if (found.unreadable.length > 0) alarmUnreadable(found.unreadable);
  return found;
}
