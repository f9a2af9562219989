import type { Acts } from "../workflow/acts.ts";
import { StatePayload } from "../workflow/begin-state.ts";
import { systemState } from "../workflow/state-handlers.ts";
import { createStartUse } from "./start-use.ts";

/** The function behind the state of step 6, In use. */
export const inUseStates = (acts: Acts) => ({
  startUse: systemState("StartUse", StatePayload, createStartUse(acts)),
});
