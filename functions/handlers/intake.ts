import { createActs } from "../application/application.ts";
import { openWorkflowBackend } from "../application/backend.ts";
import { intakeStates } from "../intake/states.ts";

export const {
  enterIntake,
  submitIntake,
  assessIntake,
  agreePlanning,
  proposePlanning,
  adviseExploratoryTalk,
} = intakeStates(createActs(openWorkflowBackend()));
