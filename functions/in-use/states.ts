import { StatePayload } from "../executions/begin-state.ts";
import { type DepsOf, systemState } from "../executions/state-handlers.ts";
import { createStartUse } from "./start-use.ts";

/** Function of the state of step 6, In use. */
export const inUseStates = (acts: DepsOf<typeof createStartUse>) => ({
  startUse: systemState("StartUse", StatePayload, createStartUse(acts)),
});
