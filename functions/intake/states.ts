import { StatePayload } from "../executions/begin-state.ts";
import type { EnterStage } from "../executions/enter-stage.ts";
import {
  type DepsOf,
  type HandlersOf,
  type HumanActs,
  humanState,
  systemState,
} from "../executions/state-handlers.ts";
import { createAdviseExploratoryTalk } from "./advise-exploratory-talk.ts";
import { agreePlanning } from "./agree-planning.ts";
import { assessIntake } from "./assess-intake.ts";
import { proposePlanning } from "./propose-planning.ts";
import { createWelcomePeople } from "./welcome-people.ts";
import { submitIntake } from "./submit-intake.ts";

/** Functions of the states of step 2, Intake. */
export const intakeStates = (
  acts: HumanActs & { enterStage: EnterStage } & DepsOf<typeof createAdviseExploratoryTalk> &
    DepsOf<typeof createWelcomePeople>,
): HandlersOf<"intake"> => ({
  EnterIntake: systemState("EnterIntake", StatePayload, async (payload) => {
    const { entry } = await acts.enterStage(payload, "INTAKE");
    return { entry };
  }),
  SubmitIntake: humanState(acts, submitIntake),
  AssessIntake: humanState(acts, assessIntake),
  WelcomePeople: systemState("WelcomePeople", StatePayload, createWelcomePeople(acts)),
  AgreePlanning: humanState(acts, agreePlanning),
  ProposePlanning: humanState(acts, proposePlanning),
  AdviseExploratoryTalk: systemState(
    "AdviseExploratoryTalk",
    StatePayload,
    createAdviseExploratoryTalk(acts),
  ),
});
