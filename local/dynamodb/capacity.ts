import { type Dictionary, isDictionary, manyOf } from "../foundation/json.ts";

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
