/**
 * Names that the state machines and the functions share. A running execution keeps the definition it started with, so a
 * name changes only together with the fixtures of released payloads.
 */

/** The folder of a state under `functions/`; the file of that name in `functions/handlers/` exports its handler. */
export type Folder =
  "contact" | "intake" | "dpia" | "protocol" | "magda" | "in-use" | "out-of-use" | "executions";

/** `human`: waits for a decision through a task token. `system`: answers at once. */
export type StateKind = "human" | "system";

/** Every state that invokes a Lambda function: one function and one role each. */
export const STATES = {
  OpenDossier: { folder: "contact", kind: "system" },

  EnterIntake: { folder: "intake", kind: "system" },
  SubmitIntake: { folder: "intake", kind: "human" },
  AssessIntake: { folder: "intake", kind: "human" },
  AgreePlanning: { folder: "intake", kind: "human" },
  ProposePlanning: { folder: "intake", kind: "human" },
  AdviseExploratoryTalk: { folder: "intake", kind: "system" },

  EnterDpia: { folder: "dpia", kind: "system" },
  PreAssessDpia: { folder: "dpia", kind: "human" },
  CommunicateDpia: { folder: "dpia", kind: "system" },
  CarryOutDpia: { folder: "dpia", kind: "human" },
  ReviewDpia: { folder: "dpia", kind: "human" },

  EnterProtocol: { folder: "protocol", kind: "system" },
  SubmitProtocol: { folder: "protocol", kind: "human" },
  ReviewProtocol: { folder: "protocol", kind: "human" },
  AdviseOnProtocol: { folder: "protocol", kind: "human" },
  RecordPriorConsultation: { folder: "protocol", kind: "human" },
  SignForApplicant: { folder: "protocol", kind: "human" },
  SignForAuthority: { folder: "protocol", kind: "human" },
  DistributeProtocol: { folder: "protocol", kind: "system" },

  EnterMagda: { folder: "magda", kind: "system" },
  ConnectMagda: { folder: "magda", kind: "human" },

  StartUse: { folder: "in-use", kind: "system" },

  EnterOutOfUse: { folder: "out-of-use", kind: "system" },
  DecideRenewal: { folder: "out-of-use", kind: "human" },
  ConfirmEndOfUse: { folder: "out-of-use", kind: "human" },
  EndAccess: { folder: "out-of-use", kind: "system" },
  ReversalPeriod: { folder: "out-of-use", kind: "human" },
  RenewUse: { folder: "out-of-use", kind: "system" },
  RestoreUse: { folder: "out-of-use", kind: "system" },

  RaiseRound: { folder: "executions", kind: "system" },
  CloseDossier: { folder: "executions", kind: "system" },
  ContinueAsNew: { folder: "executions", kind: "system" },
  ParkDossier: { folder: "executions", kind: "system" },
} as const satisfies Record<string, { folder: Folder; kind: StateKind }>;

export type StateName = keyof typeof STATES;

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
export const WORKFLOW_VERSION: Record<WorkflowName, number> = { onboarding: 2, "out-of-use": 3 };

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
/** Name under which the function's file in functions/handlers/ exports its handler: `SubmitIntake` → `submitIntake`. */
export const handlerExport = (id: string) => id.charAt(0).toLowerCase() + id.slice(1);
