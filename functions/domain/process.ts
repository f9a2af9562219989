import {
  type HumanStateName,
  STAGES,
  STATE_NAMES,
  STATES,
  type Stage,
  type StateName,
} from "../../statemachine/contract.ts";

/**
 * The process of access to the LED: its seven steps, in order. Start reading here. statemachine/onboarding.ts and
 * out-of-use.ts have the order of the states, and functions/<step>/ has the tasks, rules and acts.
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

/**
 * What opens a side task: the function of a state, which gets the permission by this; a page or an operation (`web`); or
 * a clock (`follow-up`). The last two may open any.
 */
export type Opener = StateName | "web" | "follow-up";

/**
 * Human tasks without a workflow state: their own act follows the decision. `holdsUp`: the dossier waits for it, so its
 * time counts in the lead time.
 */
export const SIDE_TASKS = {
  AnswerEnquiry: { openedBy: "web", holdsUp: true },
  EnterUse: { openedBy: "web", holdsUp: true },
  PublishByApplicant: { openedBy: "DistributeProtocol", holdsUp: false },
  PublishByAuthority: { openedBy: "DistributeProtocol", holdsUp: false },
  AdviseOnDpia: { openedBy: "web", holdsUp: false },
  AdviseOnDpiaForLed: { openedBy: "ReviewDpia", holdsUp: false },
  AdviseAsConsumerDpo: { openedBy: "web", holdsUp: false },
  ConnectOtherChannel: { openedBy: "StartUse", holdsUp: false },
  ConfirmYearly: { openedBy: "follow-up", holdsUp: false },
  DecideStalled: { openedBy: "follow-up", holdsUp: true },
  /** A mail that comes in opens it too. */
  AnswerMessage: { openedBy: "web", holdsUp: false },
} as const satisfies Record<string, { openedBy: Opener; holdsUp: boolean }>;
export type SideTask = keyof typeof SIDE_TASKS;
/** The side tasks that one opener opens. */
export type SideTaskOf<By extends Opener> = {
  [Kind in SideTask]: (typeof SIDE_TASKS)[Kind]["openedBy"] extends By ? Kind : never;
}[SideTask];

export const isSideTask = (kind: TaskKind): kind is SideTask => Object.hasOwn(SIDE_TASKS, kind);
export const opensSideTasks = (opener: Opener): boolean =>
  Object.values(SIDE_TASKS).some(({ openedBy }) => openedBy === opener);
/** Whether the dossier waits for a task: the time that it takes counts. */
export const holdsUp = (kind: TaskKind): boolean => !isSideTask(kind) || SIDE_TASKS[kind].holdsUp;
/** Whether the overview shows a task: the dossier waits for it, or a person of the consumer does. */
export const isInOverview = (kind: TaskKind): boolean => holdsUp(kind) || kind === "AnswerMessage";

export type TaskKind = HumanStateName | SideTask;

const isHumanState = (name: StateName): name is HumanStateName => STATES[name].kind === "human";
const SIDE_TASK_NAMES = Object.keys(SIDE_TASKS) as SideTask[];
export const TASK_KINDS: readonly TaskKind[] = [...STATE_NAMES.filter(isHumanState), ...SIDE_TASK_NAMES];

export { STAGES, type Stage };
