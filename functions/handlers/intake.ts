import { wireActs } from "../application/wire-acts.ts";
import { intakeStates } from "../intake/states.ts";

export const {
  enterIntake,
  submitIntake,
  assessIntake,
  agreePlanning,
  proposePlanning,
  adviseExploratoryTalk,
} = intakeStates(wireActs());
