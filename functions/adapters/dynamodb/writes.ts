import { randomUUID } from "node:crypto";
import {
  DeleteCommand,
  PutCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import type { Key } from "./keys.ts";
import { type ShapeName, SHAPES, type Stored } from "./shapes.ts";
import type { Table } from "./table.ts";

/** Every write of the table goes through here: lint refuses the commands of the SDK elsewhere in `functions/`. */

/** A record of that shape, with its key and the attributes that put it in an index. */
type Item<Name extends ShapeName> = Key & Stored<Name> & Record<string, unknown>;
type Terms = { names?: Record<string, string>; values?: Record<string, unknown> };
/** What must hold of the stored item, or nothing is written. */
export type Condition = Terms & { condition: string };
export type Update = Condition & { expression: string };
export type Action = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** Nothing is stored under this key yet. */
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

export const update = ({ name: TableName }: Table, Key: Key, change: Update): Action => ({
  Update: {
    TableName,
    Key,
    UpdateExpression: change.expression,
    ConditionExpression: change.condition,
    ...termsOf(change),
  },
});

/** What must hold of an item that is not written. */
export const check = ({ name: TableName }: Table, Key: Key, condition: Condition): Action => ({
  ConditionCheck: { TableName, Key, ConditionExpression: condition.condition, ...termsOf(condition) },
});

/** Deleting what is gone already is the same as deleting it. */
export const remove = ({ name: TableName }: Table, Key: Key): Action => ({ Delete: { TableName, Key } });

/**
 * Writes all, or nothing when a condition is not met. Always as a transaction, also a single item: its token lets
 * DynamoDB recognise a repeated request for 10 minutes. So when an answer is lost and the SDK sends the command again,
 * the person who succeeded is not told that somebody was first.
 */
export async function write({ client }: Table, ...actions: Action[]): Promise<void> {
  await client.send(new TransactWriteCommand({ ClientRequestToken: randomUUID(), TransactItems: actions }));
}

/** The items that may take the place of what is stored, and why nothing is lost by it. */
export type MayOverwrite =
  /** Its key holds 256 random bits, minted for this write. */
  | "fresh-secret"
  /** It says what was seen last, and the latest write is the truth. */
  | "latest-is-true";

export async function overwrite<Name extends ShapeName>(
  table: Table,
  name: Name,
  item: Item<Name>,
  _because: MayOverwrite,
): Promise<void> {
  await table.client.send(new PutCommand({ TableName: table.name, Item: inVersion(name, item) }));
}

/**
 * Writes an item where none stands, and leaves the one that does. No transaction: whoever comes second, or repeats a
 * request whose answer was lost, finds what it wanted to write.
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
    if (!(error instanceof Error && error.name === "ConditionalCheckFailedException")) throw error;
  }
}

/**
 * Adds to a number that exists or begins at 0, where the condition holds; answers whether it did. A repeated request
 * counts twice: a limit that is reached one use early.
 */
export async function countIf(
  table: Table,
  Key: Key,
  change: Condition & { add: Record<string, number>; set: Record<string, unknown> },
): Promise<boolean> {
  const adding = Object.keys(change.add).map((name) => `${name} :${name}`);
  const setting = Object.keys(change.set).map((name) => `${name} = :${name}`);
  const given: Record<string, unknown> = { ...change.add, ...change.set };
  const values = Object.fromEntries(Object.entries(given).map(([name, value]) => [`:${name}`, value]));
  try {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key,
        UpdateExpression: `ADD ${adding.join(", ")} SET ${setting.join(", ")}`,
        ConditionExpression: change.condition,
        ExpressionAttributeValues: { ...values, ...change.values },
      }),
    );
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === "ConditionalCheckFailedException") return false;
    throw error;
  }
}

/** Deletes one item; again is fine. */
export async function erase(table: Table, Key: Key): Promise<void> {
  await table.client.send(new DeleteCommand({ TableName: table.name, Key }));
}

/**
 * Adds one to a number and answers the item. A repeated request counts twice: a gap in references, or a limit that is
 * reached one use early.
 */
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
