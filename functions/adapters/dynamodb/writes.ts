import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { ConditionalCheckFailedException } from "@aws-sdk/client-dynamodb";
import {
  DeleteCommand,
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import type { Key } from "./keys.ts";
import { type ShapeName, SHAPES, type Stored } from "./shapes.ts";
import type { Table } from "./table.ts";

/** The only module that writes to the table: lint rejects the SDK's write commands elsewhere in `functions/`. */

/** A record of that shape, with its key and the attributes that put it in an index. */
type Item<Name extends ShapeName> = Key & Stored<Name> & Record<string, unknown>;
type Terms = { names?: Record<string, string>; values?: Record<string, unknown> };
/** Condition on the stored item; the write fails unless it holds. */
export type Condition = Terms & { condition: string };
export type Update = Condition & { expression: string };
export type Action = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** No item exists under this key. */
export const IS_NEW: Condition = { condition: "attribute_not_exists(pk)" };

const termsOf = ({ names, values }: Terms) => ({
  ...(names ? { ExpressionAttributeNames: names } : {}),
  ...(values ? { ExpressionAttributeValues: values } : {}),
});

/** Every item is written in the form of today. */
const inVersion = <Name extends ShapeName>(name: Name, item: Item<Name>) => ({
  ...item,
  schemaVersion: SHAPES[name].version,
});

export const put = <Name extends ShapeName>(
  { name: TableName }: Table,
  name: Name,
  item: Item<Name>,
  condition: Condition,
): Action => ({
  Put: {
    TableName,
    Item: inVersion(name, item),
    ConditionExpression: condition.condition,
    ...termsOf(condition),
  },
});

/** Reasons that allow an item to overwrite the stored one without loss of data. */
export type MayOverwrite =
  /** The key holds 256 random bits, generated for this write. */
  | "fresh-secret"
  /** The item records the latest observation, so the last write wins. */
  | "latest-is-true"
  /** Another action of the same transaction has the condition. */
  | "guarded";

/** Writes an item over the stored one, as part of a transaction. */
export const putOver = <Name extends ShapeName>(
  { name: TableName }: Table,
  name: Name,
  item: Item<Name>,
  _because: MayOverwrite,
): Action => ({ Put: { TableName, Item: inVersion(name, item) } });

export const update = ({ name: TableName }: Table, Key: Key, change: Update): Action => ({
  Update: {
    TableName,
    Key,
    UpdateExpression: change.expression,
    ConditionExpression: change.condition,
    ...termsOf(change),
  },
});

/** Condition on an item that the transaction does not write. */
export const check = ({ name: TableName }: Table, Key: Key, condition: Condition): Action => ({
  ConditionCheck: { TableName, Key, ConditionExpression: condition.condition, ...termsOf(condition) },
});

/** Deletes an item; idempotent without a condition. */
export const remove = ({ name: TableName }: Table, Key: Key, condition?: Condition): Action => ({
  Delete: {
    TableName,
    Key,
    ...(condition ? { ConditionExpression: condition.condition, ...termsOf(condition) } : {}),
  },
});

/**
 * Writes all items, or none when a condition fails. A transaction costs twice as much as its writes, and has a token by
 * which DynamoDB recognises a repeated request for 10 minutes: when an answer is lost and the SDK retries, the person who
 * succeeded gets no conflict. A single item needs a transaction only where its condition fails after its own success;
 * else `writeAlone` is enough.
 */
export async function write({ client }: Table, ...actions: Action[]): Promise<void> {
  await client.send(new TransactWriteCommand({ ClientRequestToken: randomUUID(), TransactItems: actions }));
}

/** Why a write of one item may be repeated without a transaction. */
export type MayRepeat =
  /** The condition also holds after the write, or the caller takes its refusal as done. */
  | "holds-afterwards"
  /** Whoever writes an equal item does the same act: a refused put of what is stored already has succeeded. */
  | "equal-is-done";

/** Writes one item at half the price of a transaction. */
export async function writeAlone(
  { client }: Table,
  { Put, Update }: Pick<Action, "Put" | "Update">,
  because: MayRepeat,
): Promise<void> {
  if (Update) await client.send(new UpdateCommand(Update));
  if (!Put) return;
  if (because === "holds-afterwards") return void (await client.send(new PutCommand(Put)));
  try {
    await client.send(new PutCommand({ ...Put, ReturnValuesOnConditionCheckFailure: "ALL_OLD" }));
  } catch (error) {
    const isDone = isRefused(error) && error.Item && isEqual(unmarshall(error.Item), Put.Item ?? {});
    if (!isDone) throw error;
  }
}

/** Undefined values are not stored. */
const isEqual = (stored: object, given: object): boolean =>
  isDeepStrictEqual(stored, JSON.parse(JSON.stringify(given)));

export async function overwrite<Name extends ShapeName>(
  table: Table,
  name: Name,
  item: Item<Name>,
  _because: MayOverwrite,
): Promise<void> {
  await table.client.send(new PutCommand({ TableName: table.name, Item: inVersion(name, item) }));
}

/**
 * Writes an item unless one exists under its key. It uses no transaction: a concurrent or repeated write finds an equal
 * item.
 */
export async function putOnce<Name extends ShapeName>(
  table: Table,
  name: Name,
  item: Item<Name>,
): Promise<void> {
  const { condition: ConditionExpression } = IS_NEW;
  const Item = inVersion(name, item);
  try {
    await table.client.send(new PutCommand({ TableName: table.name, Item, ConditionExpression }));
  } catch (error) {
    if (!isRefused(error)) throw error;
  }
}

const isRefused = (error: unknown): error is ConditionalCheckFailedException =>
  error instanceof Error && error.name === "ConditionalCheckFailedException";

/**
 * Increments a counter from 0 where the condition holds, and returns whether it did. A count names itself, so that a
 * repeated request, whose first answer was lost, counts once. No transaction: many count at the same moment. Where no
 * answer came at all, a count that took effect is taken back.
 */
export async function countIf(
  table: Table,
  Key: Key,
  change: Condition & { add: Record<string, number>; set: Record<string, unknown> },
): Promise<boolean> {
  const id = randomUUID();
  const counted = { ...change, set: { ...change.set, countedBy: id } };
  try {
    await table.client.send(
      new UpdateCommand({
        ...counting(table, Key, {
          ...counted,
          condition: `(${change.condition}) AND (attribute_not_exists(countedBy) OR countedBy <> :countedBy)`,
        }),
        ReturnValuesOnConditionCheckFailure: "ALL_OLD",
      }),
    );
    return true;
  } catch (error) {
    if (isRefused(error)) return error.Item?.["countedBy"]?.S === id;
    const isOwn = { condition: "countedBy = :mine", values: { ":mine": id } };
    const opposite = Object.fromEntries(Object.entries(change.add).map(([name, value]) => [name, -value]));
    const undone = { ...isOwn, add: opposite, set: { countedBy: randomUUID() } };
    await table.client.send(new UpdateCommand(counting(table, Key, undone))).catch(() => undefined);
    throw error;
  }
}

function counting(
  { name: TableName }: Table,
  Key: Key,
  { add, set, condition, values }: Condition & { add: Record<string, number>; set: Record<string, unknown> },
) {
  const adding = Object.keys(add).map((name) => `${name} :${name}`);
  const setting = Object.keys(set).map((name) => `${name} = :${name}`);
  const given = Object.entries({ ...add, ...set }).map(([name, value]): [string, unknown] => [
    `:${name}`,
    value,
  ]);
  return {
    ...{ TableName, Key },
    UpdateExpression: `ADD ${adding.join(", ")} SET ${setting.join(", ")}`,
    ConditionExpression: condition,
    ExpressionAttributeValues: { ...Object.fromEntries(given), ...values },
  };
}

/** Deletes one item; idempotent. */
export async function erase(table: Table, Key: Key): Promise<void> {
  await table.client.send(new DeleteCommand({ TableName: table.name, Key }));
}

/** Increments a counter and returns the item. A repeated request counts twice, which leaves a gap in the references. */
export async function count(
  table: Table,
  Key: Key,
  attribute: string,
  set: Record<string, unknown> = {},
): Promise<unknown> {
  const names = Object.keys(set);
  const setting = names.map((name) => `${name} = :${name}`).join(", ");
  const { Attributes } = await table.client.send(
    new UpdateCommand({
      TableName: table.name,
      Key,
      UpdateExpression: `ADD ${attribute} :one${names.length > 0 ? ` SET ${setting}` : ""}`,
      ExpressionAttributeValues: {
        ":one": 1,
        ...Object.fromEntries(names.map((name) => [`:${name}`, set[name]])),
      },
      ReturnValues: "ALL_NEW",
    }),
  );
  return Attributes;
}
