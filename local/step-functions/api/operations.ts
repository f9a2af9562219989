import { EXECUTIONS } from "./executions.ts";
import type { Operation } from "./input.ts";
import { MACHINES } from "./machines.ts";
import { TASKS } from "./tasks.ts";

/** All operations of the API that this engine supports, by name. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  Object.entries({ ...MACHINES, ...EXECUTIONS, ...TASKS }),
);
