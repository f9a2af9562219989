/**
 * The names that the state machines and the functions share. A running execution keeps the definition it started
 * with, so a name here changes only together with the fixtures of released payloads.
 */

/** The folder of a state under `functions/`; the file of that name in `functions/handlers/` exports its handler. */
export type Folder =
  "contact" | "intake" | "dpia" | "protocol" | "magda" | "in-use" | "out-of-use" | "executions";

/** `human`: waits for a decision through a task token. `system`: answers at once. */
export type StateKind = "human" | "system";

/** Every state behind which a Lambda function stands; one function and one role each. */
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

/** The stages an execution can start from; `resumeFrom` in its input names one. */
export const STAGES = ["CONTACT", "INTAKE", "DPIA", "PROTOCOL", "MAGDA", "IN_USE", "OUT_OF_USE"] as const;
export type Stage = (typeof STAGES)[number];

/** The state machines: steps 1 to 6 are one, the end of the use is another. */
export const WORKFLOWS = ["onboarding", "out-of-use"] as const;
export type WorkflowName = (typeof WORKFLOWS)[number];
/** Which of them starts at a stage. */
export const workflowOfStage = (stage: Stage): WorkflowName =>
  stage === "OUT_OF_USE" ? "out-of-use" : "onboarding";

/**
 * Version of each definition. A running execution keeps the definition that it started with: a changed one gets the next
 * version, with fixtures of what it sends (test/statemachine/released.test.ts says how).
 */
export const WORKFLOW_VERSION: Record<WorkflowName, number> = { onboarding: 1, "out-of-use": 2 };

/** Input of an execution. Ids only: an execution's input, output and history hold no personal data. */
export type ExecutionInput = { dossierId: string; run: number; resumeFrom: Stage };

/** What every state hands to its function. `previous` is the key of the decided task that led here, or null. */
export type StatePayload = { state: StateName; dossierId: string; run: number; previous: string | null };
/** A human state adds the token that answers it. */
export type HumanStatePayload = StatePayload & { taskToken: string };
/** `RaiseRound` adds which stages get a next round, and from which state each starts. */
export type RaiseRoundPayload = StatePayload & { restarts: { stage: Stage; from: StateName }[] };
/** `ParkDossier` adds why; from EventBridge it gets the execution's name and status instead. */
export type ParkPayload =
  | (StatePayload & { error: string; cause: string })
  | { executionName: string; status: "FAILED" | "TIMED_OUT" | "ABORTED" };

/** Output of a decided human task, given to SendTaskSuccess. */
export type TaskResult = { task: string; outcome: string };
/** Output of an Enter… state: at which state of the stage the current round starts. */
export type EnterResult = { entry: StateName };
/** EnterProtocol also says whether the supervisor must be consulted first (GDPR 36). */
export type EnterProtocolResult = EnterResult & { priorConsultation: "needed" | "not-needed" };

/** Error names of functions, and what the workflow does with each: the name is the retry policy. */
export const ERRORS = {
  /** A transient error outside: retried with backoff. */
  RetryLater: "RetryLater",
  /** Someone else wrote first: retried at once, a few times. */
  Conflict: "Conflict",
  /** Will never work: not retried; the dossier is parked. */
  GiveUp: "GiveUp",
  /** The dossier is being withdrawn: the workflow goes to its closing. */
  Withdrawn: "Withdrawn",
  /** The execution is too old: a fresh one takes over. */
  ContinueAsNew: "ContinueAsNew",
  /** The last state answered what this definition has no branch for: a newer one takes over, or the dossier is parked. */
  UnknownOutcome: "UnknownOutcome",
} as const;

/** Physical names, pinned: ARNs are formatted from them. `environment` is "dev", "prod", … */
export const stateMachineName = (environment: string, workflow: WorkflowName) =>
  `led-${environment}-${workflow}`;
/** A function's physical name from its id in PascalCase or kebab-case: `SubmitIntake` → `led-dev-submit-intake`. */
export const functionName = (environment: string, id: string) =>
  `led-${environment}-${id.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase()}`;
/** The export of a state's function in its file of functions/handlers/: `SubmitIntake` → `submitIntake`. */
export const handlerExport = (id: string) => id.charAt(0).toLowerCase() + id.slice(1);
