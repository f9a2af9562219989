import { STAGES, STATES, type Stage, type StateName } from "../../statemachine/contract.ts";

/**
 * The process of access to the LED: its seven steps, in order. Start reading here. statemachine/<step>.ts has the order
 * of the states within a step, and functions/<step>/ has the tasks, rules and acts.
 */
export const PROCESS = [
  { stage: "CONTACT", step: "contact" },
  { stage: "INTAKE", step: "intake" },
  { stage: "DPIA", step: "dpia" },
  { stage: "PROTOCOL", step: "protocol" },
  { stage: "MAGDA", step: "magda" },
  { stage: "IN_USE", step: "in-use" },
  { stage: "OUT_OF_USE", step: "out-of-use" },
] as const satisfies readonly { stage: Stage; step: string }[];

const placeOf = (stage: Stage): number => PROCESS.findIndex((entry) => entry.stage === stage);

/**
 * Forward moves go one step at a time. A dossier may stay, because a step can run twice. It may go back, after a prior
 * consultation that asks for changes or when a person restarts from an earlier stage.
 */
export const moveIsAllowed = (from: Stage, to: Stage): boolean => placeOf(to) <= placeOf(from) + 1;

/** The state at which the first round of a stage starts. */
export const FIRST_STATE = {
  CONTACT: "OpenDossier",
  INTAKE: "SubmitIntake",
  DPIA: "PreAssessDpia",
  PROTOCOL: "SubmitProtocol",
  MAGDA: "ConnectMagda",
  IN_USE: "StartUse",
  OUT_OF_USE: "ConfirmEndOfUse",
} as const satisfies Record<Stage, StateName>;

/** Human tasks without a workflow state: their own act follows the decision. */
export const SIDE_TASKS = [
  "AnswerEnquiry",
  "PublishByApplicant",
  "PublishByAuthority",
  "ConfirmYearly",
  "DecideStalled",
] as const;
export type SideTask = (typeof SIDE_TASKS)[number];
export const isSideTask = (kind: TaskKind): kind is SideTask => SIDE_TASKS.some((side) => side === kind);

/** Side tasks that do not delay the dossier: their time does not count in its lead time. */
export const HOLDING_NOTHING_UP: readonly TaskKind[] = [
  "PublishByApplicant",
  "PublishByAuthority",
  "ConfirmYearly",
];

type HumanState = {
  [Name in StateName]: (typeof STATES)[Name]["kind"] extends "human" ? Name : never;
}[StateName];
export type TaskKind = HumanState | SideTask;

const isHumanState = (name: StateName): name is HumanState => STATES[name].kind === "human";
const STATE_NAMES = Object.keys(STATES) as StateName[];
export const TASK_KINDS: readonly TaskKind[] = [...STATE_NAMES.filter(isHumanState), ...SIDE_TASKS];

export { STAGES, type Stage };
