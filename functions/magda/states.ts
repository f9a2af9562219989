import { StatePayload } from "../executions/begin-state.ts";
import {
  type DepsOf,
  type HandlersOf,
  type HumanActs,
  humanState,
  systemState,
} from "../executions/state-handlers.ts";
import { connectMagda } from "./connect-magda.ts";
import { createEnterMagda } from "./enter-magda.ts";

/** Functions of the states of step 5, Connection to MAGDA. */
export const magdaStates = (acts: HumanActs & DepsOf<typeof createEnterMagda>): HandlersOf<"magda"> => ({
  EnterMagda: systemState("EnterMagda", StatePayload, createEnterMagda(acts)),
  ConnectMagda: humanState(acts, connectMagda),
});
