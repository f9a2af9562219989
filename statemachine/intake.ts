import type { StateBuilder } from "./states.ts";

/** Step 2, Intake: what the applicant needs LED for, and when. */
export const intakeStates = (states: StateBuilder) => ({
  enterIntake: states.enter("EnterIntake"),
  submitIntake: states.human("SubmitIntake", "IntakeSubmitted?"),
  assessIntake: states.human("AssessIntake", "IntakeAssessed?"),
  agreePlanning: states.human("AgreePlanning", "PlanningAgreed?"),
  proposePlanning: states.human("ProposePlanning", "PlanningProposed?"),
  adviseExploratoryTalk: states.system("AdviseExploratoryTalk"),

  askMoreInformation: states.nextRound("AskMoreInformation", [{ stage: "INTAKE", from: "SubmitIntake" }]),
  askOtherDates: states.nextRound("AskOtherDates", [{ stage: "INTAKE", from: "ProposePlanning" }]),
});
