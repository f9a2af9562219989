import { contact } from "./steps/contact.ts";
import type { StateKind } from "./steps/declared-state.ts";
import { dpia } from "./steps/dpia.ts";
import { executions } from "./steps/executions.ts";
import { inUse } from "./steps/in-use.ts";
import { intake } from "./steps/intake.ts";
import { magda } from "./steps/magda.ts";
import { outOfUse } from "./steps/out-of-use.ts";
import { protocol } from "./steps/protocol.ts";

/**
 * Names that the state machines and the functions share. A running execution keeps the definition it started with, so a
 * name changes only together with the fixtures of released payloads.
 */

const STATES_OF = {
  contact,
  intake,
  dpia,
  protocol,
  magda,
  "in-use": inUse,
  "out-of-use": outOfUse,
  executions,
} as const;

/** The folder of a state under `functions/`; the file of that name in `functions/handlers/` exports its handler. */
export type Folder = keyof typeof STATES_OF;
type StatesOf<Of extends Folder> = {
  [Name in keyof (typeof STATES_OF)[Of]]: (typeof STATES_OF)[Of][Name] & { folder: Of };
};
const statesOf = <Of extends Folder>(folder: Of) =>
  Object.fromEntries(
    Object.entries(STATES_OF[folder]).map(([name, state]) => [name, { ...state, folder }]),
  ) as StatesOf<Of>;

/** Every state that invokes a Lambda function, in process order; `statemachine/steps/` declares those of each step. */
export const STATES = {
  ...statesOf("contact"),
  ...statesOf("intake"),
  ...statesOf("dpia"),
  ...statesOf("protocol"),
  ...statesOf("magda"),
  ...statesOf("in-use"),
  ...statesOf("out-of-use"),
  ...statesOf("executions"),
};

export type StateName = keyof typeof STATES;
/** Names of the states that wait for a person, and of those that do not. */
export type HumanStateName = StateNameOfKind<"human">;
export type SystemStateName = StateNameOfKind<"system">;
type StateNameOfKind<Kind extends StateKind> = {
  [Name in StateName]: (typeof STATES)[Name]["kind"] extends Kind ? Name : never;
}[StateName];
export const STATE_NAMES = Object.keys(STATES) as StateName[];
export const isStateName = (name: string): name is StateName => Object.hasOwn(STATES, name);
/** Names of the states of one folder. */
export type StateNameOf<Of extends Folder> = {
  [Name in StateName]: (typeof STATES)[Name]["folder"] extends Of ? Name : never;
}[StateName];

/** Stages at which an execution can start; `resumeFrom` in its input names one. */
export const STAGES = ["CONTACT", "INTAKE", "DPIA", "PROTOCOL", "MAGDA", "IN_USE", "OUT_OF_USE"] as const;
export type Stage = (typeof STAGES)[number];

/** The state machines: `onboarding` covers steps 1 to 6, `out-of-use` step 7. */
export const WORKFLOWS = ["onboarding", "out-of-use"] as const;
export type WorkflowName = (typeof WORKFLOWS)[number];
/** The workflow that starts at a stage. */
export const workflowOfStage = (stage: Stage): WorkflowName =>
  stage === "OUT_OF_USE" ? "out-of-use" : "onboarding";

/**
 * Version of each definition. A running execution keeps the definition it started with. A changed definition gets the
 * next version and fixtures of its payloads (test/statemachine/released.test.ts explains how).
 */
export const WORKFLOW_VERSION: Record<WorkflowName, number> = { onboarding: 4, "out-of-use": 3 };

/** Input of an execution. Ids only: an execution's input, output and history hold no personal data. */
export type ExecutionInput = { dossierId: string; run: number; resumeFrom: Stage };

/** Payload of every state. `previous` is the key of the decided task that led to this state, or null. */
export type StatePayload = { state: StateName; dossierId: string; run: number; previous: string | null };
/** A human state adds the token that answers it. */
export type HumanStatePayload = StatePayload & { taskToken: string };
/** `RaiseRound` adds the stages that get a next round, and the state at which each starts. */
export type RaiseRoundPayload = StatePayload & { restarts: { stage: Stage; from: StateName }[] };
/** `ParkDossier` adds the cause. EventBridge sends the execution's name and status instead. */
export type ParkPayload =
  | (StatePayload & { error: string; cause: string })
  | { executionName: string; status: "FAILED" | "TIMED_OUT" | "ABORTED" };

/** Output of a decided human task, given to SendTaskSuccess. */
export type TaskResult = { task: string; outcome: string };
/** Output of an Enter… state: the state at which the stage's current round starts. */
export type EnterResult = { entry: StateName };
/** EnterProtocol also says whether the supervisor must be consulted first (GDPR 36). */
export type EnterProtocolResult = EnterResult & { priorConsultation: "needed" | "not-needed" };
/**
 * FixProtocol says whether the text to sign is there, and whether the consumer has two signatories. `as-before`: the
 * text was approved before there were fixed texts.
 */
export type FixProtocolResult = {
  fixed: "fixed" | "needs-file" | "as-before";
  secondSignatory: "needed" | "not-needed";
};

/** Error names of the functions, and the response of the workflow to each: the name is the retry policy. */
export const ERRORS = {
  /** Transient error of an external service: retried with backoff. */
  RetryLater: "RetryLater",
  /** Optimistic locking failed: retried at once, a few times. */
  Conflict: "Conflict",
  /** Permanent error: not retried; the dossier is parked. */
  GiveUp: "GiveUp",
  /** The dossier is being withdrawn: the workflow closes it. */
  Withdrawn: "Withdrawn",
  /** The execution is too old: a fresh one takes over. */
  ContinueAsNew: "ContinueAsNew",
  /** The definition has no branch for the last outcome. A newer definition takes over, or the dossier is parked. */
  UnknownOutcome: "UnknownOutcome",
} as const;

/** Pinned physical names: ARNs are formatted from them. `environment` is "dev", "prod", … */
export const stateMachineName = (environment: string, workflow: WorkflowName) =>
  `led-${environment}-${workflow}`;
/** A function's physical name from its id in PascalCase or kebab-case: `SubmitIntake` → `led-dev-submit-intake`. */
export const functionName = (environment: string, id: string) =>
  `led-${environment}-${id.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase()}`;
