import { type StateName, STATES, handlerExport } from "../../statemachine/contract.ts";
import { contactStates } from "../contact/states.ts";
import { dpiaStates } from "../dpia/states.ts";
import { sharedStates } from "../executions/states.ts";
import type { StateHandler } from "../executions/state-handlers.ts";
import { inUseStates } from "../in-use/states.ts";
import { intakeStates } from "../intake/states.ts";
import { magdaStates } from "../magda/states.ts";
import { outOfUseStates } from "../out-of-use/states.ts";
import { protocolStates } from "../protocol/states.ts";
import type { Application } from "./application.ts";

/** The functions of all states; the folder of each step declares its own. */
export function createStateHandlers(acts: Application): Record<StateName, StateHandler> {
  const all: Record<string, StateHandler> = {
    ...contactStates(acts),
    ...intakeStates(acts),
    ...dpiaStates(acts),
    ...protocolStates(acts),
    ...magdaStates(acts),
    ...inUseStates(acts),
    ...outOfUseStates(acts),
    ...sharedStates(acts),
  };
  return Object.fromEntries(Object.keys(STATES).map((state) => [state, all[handlerExport(state)]])) as Record<
    StateName,
    StateHandler
  >;
}
