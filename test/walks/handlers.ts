import { contactStates } from "../../functions/contact/states.ts";
import { dpiaStates } from "../../functions/dpia/states.ts";
import { inUseStates } from "../../functions/in-use/states.ts";
import { intakeStates } from "../../functions/intake/states.ts";
import { magdaStates } from "../../functions/magda/states.ts";
import { outOfUseStates } from "../../functions/out-of-use/states.ts";
import { protocolStates } from "../../functions/protocol/states.ts";
import type { Acts } from "../../functions/application/acts.ts";
import type { LambdaHandler } from "../../functions/executions/state-handlers.ts";
import { sharedStates } from "../../functions/executions/states.ts";
import { handlerExport, type StateName, STATES } from "../../statemachine/contract.ts";

/** Every function of the workflow, as the steps declare them, on acts of the caller. */
export function createHandlers(acts: Acts): Record<StateName, LambdaHandler> {
  const all: Record<string, LambdaHandler> = {
    ...contactStates(acts),
    ...intakeStates(acts),
    ...dpiaStates(acts),
    ...protocolStates(acts),
    ...magdaStates(acts),
    ...inUseStates(acts),
    ...outOfUseStates(acts),
    ...sharedStates(acts),
  };
  return Object.fromEntries(
    Object.keys(STATES).map((state) => [state, all[handlerExport(state as StateName)]]),
  ) as Record<StateName, LambdaHandler>;
}
