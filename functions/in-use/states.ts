import { StatePayload } from "../executions/begin-state.ts";
import { type DepsOf, type HandlersOf, systemState } from "../executions/state-handlers.ts";
import { createStartUse } from "./start-use.ts";

/** Function of the state of step 6, In use. */
export const inUseStates = (acts: DepsOf<typeof createStartUse>): HandlersOf<"in-use"> => ({
  StartUse: systemState("StartUse", StatePayload, createStartUse(acts)),
});
