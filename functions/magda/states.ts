import { StatePayload } from "../executions/begin-state.ts";
import { type DepsOf, type HumanActs, humanState, systemState } from "../executions/state-handlers.ts";
import { connectMagda } from "./connect-magda.ts";
import { createEnterMagda } from "./enter-magda.ts";

/** Functions of the states of step 5, Connection to MAGDA. */
export const magdaStates = (acts: HumanActs & DepsOf<typeof createEnterMagda>) => ({
  enterMagda: systemState("EnterMagda", StatePayload, createEnterMagda(acts)),
  connectMagda: humanState(acts, connectMagda),
});
