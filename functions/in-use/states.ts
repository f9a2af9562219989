import type { Acts } from "../application/acts.ts";
import { StatePayload } from "../executions/begin-state.ts";
import { systemState } from "../executions/state-handlers.ts";
import { createStartUse } from "./start-use.ts";

/** The function behind the state of step 6, In use. */
export const inUseStates = (acts: Acts) => ({
  startUse: systemState("StartUse", StatePayload, createStartUse(acts)),
});
