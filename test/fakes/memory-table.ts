import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { marshall } from "@aws-sdk/util-dynamodb";
import * as z from "zod";
import { INDEXES } from "../../functions/adapters/dynamodb/keys.ts";
import type { Clock } from "../../functions/domain/ports.ts";
import { openTable, type Table } from "../../functions/adapters/dynamodb/table.ts";
import { isMet, type Item, mustUseAll, type Terms, updated, validation } from "./expressions.ts";

const Attributes = z.record(z.string(), z.unknown());
const Key = z.object({ pk: z.string().min(1), sk: z.string().min(1) });
type Key = z.infer<typeof Key>;
const Expressions = z.strictObject({
  TableName: z.string(),
  ConsistentRead: z.boolean().optional(),
  ReturnValues: z.string().optional(),
  ProjectionExpression: z.string().optional(),
  ConditionExpression: z.string().optional(),
  UpdateExpression: z.string().optional(),
  KeyConditionExpression: z.string().optional(),
  ExpressionAttributeNames: z.record(z.string(), z.string()).optional(),
  ExpressionAttributeValues: Attributes.optional(),
});
const Write = Expressions.extend({
  Key: Attributes.optional(),
  Item: Attributes.optional(),
  ReturnValuesOnConditionCheckFailure: z.literal("ALL_OLD").optional(),
});
type Write = z.infer<typeof Write>;
const Action = z.enum(["Put", "Update", "Delete", "ConditionCheck"]);
type Action = z.infer<typeof Action>;
const Transaction = z.strictObject({
  TransactItems: z.array(z.partialRecord(Action, Write)).min(1).max(100),
  ClientRequestToken: z.string().optional(),
});
const Query = Expressions.extend({
  ScanIndexForward: z.boolean().optional(),
  IndexName: z.string().optional(),
  ExclusiveStartKey: Attributes.optional(),
  Limit: z.number().optional(),
});

/**
 * The table in memory, behind the SDK's own client: fast enough for thousands of walks. It supports the operations and
 * expressions of the stores, refuses others, and passes the same contract tests as the real databases
 * (test/adapters/stores.test.ts).
 */
export function openMemoryTable(items = new MemoryItems(), now?: Clock): Table {
  const client = new DynamoDBClient({ region: "eu-west-1" });
  const table = openTable("dossiers", client, now);
  table.client.middlewareStack.add(
    (_next, context) => async (call) => ({
      response: {},
      output: { $metadata: {}, ...(await items.answer(String(context.commandName), call.input)) },
    }),
    { step: "initialize", priority: "high", name: "memoryTable" },
  );
  return table;
}

const keyOf = (write: Write): Key => {
  const { data } = Key.safeParse(write.Key ?? write.Item);
  if (!data) throw validation("One or more parameter values are not valid: the key");
  return { pk: data.pk, sk: data.sk };
};
const termsOf = (given: z.infer<typeof Expressions>): Terms => ({
  names: given.ExpressionAttributeNames,
  values: given.ExpressionAttributeValues,
});
/** A copy as stored, without undefined values. It is frozen, so that every reader can get the same one. */
const stored = (item: Item): Item =>
  Attributes.parse(JSON.parse(JSON.stringify(item), (_key, value: unknown) => Object.freeze(value)));

export class MemoryItems {
  readonly #partitions = new Map<string, Map<string, Item>>();

  copy(): MemoryItems {
    const copy = new MemoryItems();
    for (const [pk, items] of this.#partitions) copy.#partitions.set(pk, new Map(items));
    return copy;
  }

  async answer(command: string, input: unknown): Promise<object> {
    switch (command) {
      case "GetItemCommand": {
        const item = this.#find(keyOf(Write.parse(input)));
        return item ? { Item: item } : {};
      }
      case "PutItemCommand":
        return this.#write("Put", Write.parse(input));
      case "UpdateItemCommand":
        return this.#write("Update", Write.parse(input));
      case "DeleteItemCommand":
        return this.#write("Delete", Write.parse(input));
      case "TransactWriteItemsCommand":
        return this.#transact(Transaction.parse(input).TransactItems);
      case "QueryCommand":
        return this.#query(Query.parse(input));
      // Only tests scan the table.
      case "ScanCommand":
        return { Items: [...this.#partitions.values()].flatMap((items) => [...items.values()]) };
      default:
        throw validation(`The table in memory does not know ${command}`);
    }
  }

  #find({ pk, sk }: Key): Item | undefined {
    return this.#partitions.get(pk)?.get(sk);
  }

  #write(action: Action, write: Write): object {
    if (!this.#isMet(write)) throw named("ConditionalCheckFailedException", this.#refused(write));
    const after = this.#apply(action, write);
    return after ? { Attributes: after } : {};
  }

  /** Errors contain items in DynamoDB's format. */
  #refused(write: Write): object {
    const item = this.#find(keyOf(write));
    return write.ReturnValuesOnConditionCheckFailure === "ALL_OLD" && item ? { Item: marshall(item) } : {};
  }

  #isMet(write: Write): boolean {
    const { ConditionExpression, UpdateExpression } = write;
    mustUseAll([ConditionExpression, UpdateExpression], termsOf(write));
    return isMet(ConditionExpression, this.#find(keyOf(write)), termsOf(write));
  }

  #apply(action: Action, write: Write): Item | undefined {
    const key = keyOf(write);
    const partition = this.#partitions.get(key.pk) ?? new Map<string, Item>();
    this.#partitions.set(key.pk, partition);
    if (action === "Delete") partition.delete(key.sk);
    if (action === "Put") partition.set(key.sk, stored(write.Item ?? {}));
    if (action !== "Update") return undefined;
    const after = stored(updated(write.UpdateExpression ?? "", this.#find(key) ?? key, termsOf(write)));
    partition.set(key.sk, after);
    return after;
  }

  #transact(transaction: Partial<Record<Action, Write>>[]): object {
    const writes = transaction.flatMap((entry) =>
      Action.options.flatMap((action) => {
        const write = entry[action];
        return write ? [{ action, write }] : [];
      }),
    );
    const keys = writes.map(({ write }) => JSON.stringify(keyOf(write)));
    if (new Set(keys).size < keys.length)
      throw validation("Transaction request cannot include multiple operations on one item");
    const codes = writes.map(({ write }) => (this.#isMet(write) ? "None" : "ConditionalCheckFailed"));
    if (codes.some((code) => code !== "None"))
      throw named("TransactionCanceledException", {
        CancellationReasons: codes.map((Code) => ({ Code })),
      });
    for (const { action, write } of writes) this.#apply(action, write);
    return {};
  }

  /** The partition of a query that names it, else everything. */
  #read({ IndexName, ExpressionAttributeValues }: z.infer<typeof Query>): Item[] {
    const pk = IndexName === undefined ? ExpressionAttributeValues?.[":pk"] : undefined;
    const partitions = typeof pk === "string" ? [this.#partitions.get(pk)] : [...this.#partitions.values()];
    return partitions.flatMap((partition) => [...(partition?.values() ?? [])]);
  }

  #query(query: z.infer<typeof Query>): object {
    mustUseAll([query.KeyConditionExpression], termsOf(query));
    const { attributes, order } = indexNamed(query.IndexName);
    const isForward = query.ScanIndexForward ?? true;
    const isBefore = (a: Item, b: Item) => placeOf(a, order) < placeOf(b, order) === isForward;
    const found = this.#read(query)
      .filter((item) => attributes.every((name) => item[name] !== undefined))
      .filter((item) => isMet(query.KeyConditionExpression, item, termsOf(query)))
      .sort((a, b) => (isBefore(a, b) ? -1 : 1));
    const start = query.ExclusiveStartKey;
    if (start && attributes.some((name) => start[name] === undefined))
      throw validation("The provided starting key is invalid");
    const rest = start
      ? found.filter((item) => placeOf(item, order) !== placeOf(start, order) && isBefore(start, item))
      : found;
    const page = rest.slice(0, query.Limit);
    const last = page.length < rest.length ? page.at(-1) : undefined;
    const key = last && Object.fromEntries(attributes.map((name) => [name, last[name]]));
    const shown = query.ProjectionExpression?.split(/, */);
    return { Items: page.map((item) => projected(item, shown)), ...(key ? { LastEvaluatedKey: key } : {}) };
  }
}

/** The key attributes of an index, and those that sort it. */
function indexNamed(name: string | undefined): { attributes: string[]; order: string[] } {
  if (name === undefined) return { attributes: ["pk", "sk"], order: ["sk"] };
  const [, index] = Object.entries(INDEXES).find(([known]) => known === name) ?? [];
  if (!index) throw validation(`The table does not have the specified index: ${name}`);
  const { partitionKey, sortKey } = index;
  return { attributes: [partitionKey, sortKey, "pk", "sk"], order: [sortKey, "pk", "sk"] };
}

const projected = (item: Item, names: string[] | undefined): Item =>
  names ? stored(Object.fromEntries(names.map((name) => [name, item[name]]))) : item;

const placeOf = (item: Item, order: string[]): string =>
  order.map((name) => String(item[name])).join("\u0000");

function named(name: string, details: object): Error {
  const error = Object.assign(new Error(name), details);
  error.name = name;
  return error;
}
