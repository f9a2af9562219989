import type { Permission } from "../iam/statements.ts";
import { type Dictionary, dictionaryOf, listOf, stringOf, stringsOf } from "../foundation/json.ts";
import type { Table } from "./tables.ts";

/** Permission that each member of a transaction needs. */
const MEMBERS: Record<string, string> = {
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  ConditionCheck: "ConditionCheckItem",
  Get: "GetItem",
};

/** Permissions for a DynamoDB call, including those for the customer-managed key of the table. */
export function permissionsOf(operation: string, input: Dictionary, tables: readonly Table[]): Permission[] {
  const find = (name: unknown) => tables.find((table) => table.name === tableName(stringOf(name)));
  const needs = accesses(operation, input).flatMap(({ action, request }) => {
    const table = find(request["TableName"]);
    const arn = table?.arn ?? `arn:aws:dynamodb:*:*:table/${stringOf(request["TableName"])}`;
    const index = stringOf(request["IndexName"]);
    return [
      {
        action: `dynamodb:${action}`,
        resource: index ? `${arn}/index/${index}` : arn,
        context: leadingKeys(request, table),
      },
      ...(table?.keyArn === undefined ? [] : [{ action: "kms:Decrypt", resource: table.keyArn }]),
    ];
  });
  return [...new Map(needs.map((need) => [JSON.stringify(need), need])).values()];
}

type Access = { action: string; request: Dictionary };

function accesses(operation: string, input: Dictionary): Access[] {
  switch (operation) {
    case "TransactWriteItems":
    case "TransactGetItems":
      return listOf(input["TransactItems"]).flatMap((member) =>
        Object.entries(dictionaryOf(member)).map(([kind, request]) => ({
          action: MEMBERS[kind] ?? kind,
          request: dictionaryOf(request),
        })),
      );
    case "BatchGetItem":
    case "BatchWriteItem":
      return Object.entries(dictionaryOf(input["RequestItems"])).map(([TableName, wanted]) => ({
        action: operation,
        request: { TableName, batch: batchKeys(wanted) },
      }));
    case "ListTables":
    case "DescribeLimits":
      return [{ action: operation, request: { TableName: "*" } }];
    default:
      return [{ action: operation, request: input }];
  }
}

const tableName = (nameOrArn: string) => nameOrArn.split("/").at(-1) ?? nameOrArn;

/** `dynamodb:LeadingKeys`: the partition key values in a call. */
function leadingKeys(request: Dictionary, table: Table | undefined): Record<string, string[]> {
  const single = request["Key"] ?? request["Item"];
  const places = single === undefined ? listOf(request["batch"]) : [single];
  const values = places.map((place) => dictionaryOf(dictionaryOf(place)[table?.partitionKey ?? ""])["S"]);
  const named = stringsOf(places.length > 0 ? values : queriedKey(request, table));
  return named.length > 0 ? { "dynamodb:LeadingKeys": named } : {};
}

/** Keys or items of one table in a batch, which is authorized as a whole. */
function batchKeys(wanted: unknown): unknown[] {
  const keys = listOf(dictionaryOf(wanted)["Keys"]);
  const writes = listOf(wanted).flatMap((write) => Object.values(dictionaryOf(write)).map(dictionaryOf));
  return [...keys, ...writes.map((request) => request["Key"] ?? request["Item"])];
}

/** The value compared with the partition key in a key condition. */
function queriedKey(request: Dictionary, table: Table | undefined): unknown {
  if (!table || request["IndexName"] !== undefined) return undefined;
  const names = dictionaryOf(request["ExpressionAttributeNames"]);
  for (const [, name = "", value = ""] of stringOf(request["KeyConditionExpression"]).matchAll(
    /([#\w]+)\s*=\s*(:\w+)/g,
  ))
    if ((names[name] ?? name) === table.partitionKey)
      return dictionaryOf(dictionaryOf(request["ExpressionAttributeValues"])[value])["S"];
  return undefined;
}
