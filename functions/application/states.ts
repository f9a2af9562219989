import type { StateName } from "../../statemachine/contract.ts";
import { contactStates } from "../contact/states.ts";
import { dpiaStates } from "../dpia/states.ts";
import { sharedStates } from "../executions/states.ts";
import type { StateHandler } from "../executions/state-handlers.ts";
import { inUseStates } from "../in-use/states.ts";
import { intakeStates } from "../intake/states.ts";
import { magdaStates } from "../magda/states.ts";
import { outOfUseStates } from "../out-of-use/states.ts";
import type { DocumentWriter } from "../templates/document-writer.ts";
import { protocolStates } from "../protocol/states.ts";
import type { Application } from "./application.ts";

/** The functions of all states; the folder of each step declares its own. */
export const createStateHandlers = (
  acts: Application,
  writer?: DocumentWriter,
): { [Name in StateName]: StateHandler<Name> } => ({
  ...contactStates(acts),
  ...intakeStates(acts),
  ...dpiaStates(acts, writer),
  ...protocolStates(acts, writer),
  ...magdaStates(acts),
  ...inUseStates(acts),
  ...outOfUseStates(acts),
  ...sharedStates(acts),
});
