import { ALIASES } from "./aliases.ts";
import { EXECUTIONS } from "./executions.ts";
import type { Operation } from "./input.ts";
import { MACHINES } from "./machines.ts";
import { TAGS } from "./tags.ts";
import { TASKS } from "./tasks.ts";
import { VERSIONS } from "./versions.ts";

/** Every operation of the API that this engine knows, by its name. */
export const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  Object.entries({ ...MACHINES, ...VERSIONS, ...ALIASES, ...EXECUTIONS, ...TASKS, ...TAGS }),
);
