import type { StateBuilder } from "./states.ts";

/** Step 2, Intake: the applicant describes why and when the organisation needs the LED. */
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
