import { type Dictionary, dictionaryOf, isDictionary, listOf, manyOf, stringOf } from "../foundation/json.ts";

const READS = new Set(["GetItem", "BatchGetItem", "Query", "Scan", "TransactGetItems"]);
const WRITES = new Set(["PutItem", "UpdateItem", "DeleteItem", "BatchWriteItem", "TransactWriteItems"]);

export const usesCapacity = (operation: string) => READS.has(operation) || WRITES.has(operation);

/** Capacity units of an answer: `{ ConsumedCapacity: { CapacityUnits } }`, or a list of these. */
export function unitsOf(operation: string, answer: Dictionary): { read: number; write: number } {
  const units = manyOf(answer["ConsumedCapacity"])
    .filter(isDictionary)
    .reduce((sum, { CapacityUnits }) => sum + (typeof CapacityUnits === "number" ? CapacityUnits : 0), 0);
  return READS.has(operation) ? { read: units, write: 0 } : { read: 0, write: units };
}

/** The items that a call reads or writes, by kind: `Put TASK, ConditionCheck DOSSIER`, or the index of a query. */
export function kindsIn(input: Dictionary): string {
  const members = listOf(input["TransactItems"]).flatMap((member) => Object.entries(dictionaryOf(member)));
  if (members.length > 0)
    return members.map(([kind, request]) => `${kind} ${kindOf(dictionaryOf(request))}`).join(", ");
  return stringOf(input["IndexName"]) || kindOf(input);
}

/** The first part of the sort key, or of the partition that a query reads. */
function kindOf(request: Dictionary): string {
  const key = dictionaryOf(request["Key"] ?? request["Item"]);
  const values = dictionaryOf(request["ExpressionAttributeValues"]);
  const [kind = ""] = stringOf(dictionaryOf(key["sk"] ?? values[":pk"])["S"]).split("#");
  return kind;
}
