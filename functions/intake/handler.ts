import { StatePayload } from "../workflow/begin-state.ts";
import { humanState, systemState, wireActs } from "../workflow/state-handlers.ts";
import { createAdviseExploratoryTalk } from "./advise-exploratory-talk.ts";
import { agreePlanning as agreePlanningTask } from "./agree-planning.ts";
import { assessIntake as assessIntakeTask } from "./assess-intake.ts";
import { proposePlanning as proposePlanningTask } from "./propose-planning.ts";
import { submitIntake as submitIntakeTask } from "./submit-intake.ts";

const acts = wireActs();

export const enterIntake = systemState("EnterIntake", StatePayload, async (payload) => {
  const { entry } = await acts.enterStage(payload, "INTAKE");
  return { entry };
});
export const submitIntake = humanState(acts, submitIntakeTask);
export const assessIntake = humanState(acts, assessIntakeTask);
export const agreePlanning = humanState(acts, agreePlanningTask);
export const proposePlanning = humanState(acts, proposePlanningTask);
export const adviseExploratoryTalk = systemState(
  "AdviseExploratoryTalk",
  StatePayload,
  createAdviseExploratoryTalk(acts),
);
