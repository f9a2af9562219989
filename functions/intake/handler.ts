import { wireActs } from "../workflow/wire-acts.ts";
import { intakeStates } from "./states.ts";

export const {
  enterIntake,
  submitIntake,
  assessIntake,
  agreePlanning,
  proposePlanning,
  adviseExploratoryTalk,
} = intakeStates(wireActs());
