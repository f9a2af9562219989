import { Duration } from "aws-cdk-lib";
import { Construct } from "constructs";
import type { EnvironmentOf } from "../../functions/adapters/shared/environment.ts";
import { handlerExport, STATES, type StateName, type WorkflowName } from "../../statemachine/contract.ts";
import type { Documents } from "./documents.ts";
import type { Dossiers } from "./dossiers.ts";
import { ERROR_IMPACT } from "./error-impact.ts";
import { ServiceFunction, type AnyFunction, type FunctionSettings } from "./service-function.ts";
import type { Mail } from "./mail.ts";
import type { WorkflowAccess } from "./workflow-access.ts";

export type WorkflowParts = {
  readonly settings: FunctionSettings;
  readonly dossiers: Dossiers;
  readonly documents: Documents;
  readonly mail: Mail;
  readonly workflow: WorkflowAccess;
  /** Variables of every function of the workflow, and of follow-up. */
  readonly environment: EnvironmentOf<"workflow">;
};

const STATE_NAMES = Object.keys(STATES) as StateName[];

/** One function with its own role per state of the workflow; the functions of a step share their bundle. */
export class StateFunctions extends Construct {
  readonly of: Record<StateName, AnyFunction>;

  constructor(scope: Construct, id: string, parts: WorkflowParts) {
    super(scope, id);
    this.of = forEachState((state) => {
      const made = this.#make(state, parts);
      grantActs(made, state, parts);
      return made;
    });
  }

  #make(state: StateName, { settings, environment }: WorkflowParts): AnyFunction {
    return new ServiceFunction(this, state, {
      settings,
      kind: "workflow",
      entry: `functions/handlers/${STATES[state].folder}.ts`,
      handler: handlerExport(state),
      environment,
      timeout: Duration.seconds(30),
      errorImpact: ERROR_IMPACT[state],
      runbookHeading: "a-step-keeps-failing",
      // The workflow retries errors, and a withdrawal passes through here as an error.
      alarmAtErrors: 3,
    });
  }
}

/** Permissions of each act that a state's function performs. */
const GRANTS = {
  /** Mails the LED, whose people sign in. */
  mails: (made, { mail, documents }) => {
    mail.grantSend(made);
    documents.grantKeepMails(made);
  },
  /** Mails people of the consumer, each with a personal link. */
  mailsLinks: (made, parts) => {
    GRANTS.mails(made, parts);
    parts.dossiers.grantMakeLinks(made);
  },
  /** Opens its task, notifies the LED, and hands on the decision of an already decided task. */
  asksLed: (made, parts, state) => {
    parts.dossiers.grantOpenTasks(made);
    GRANTS.mails(made, parts);
    parts.workflow.grantAnswer(made, [workflowOf(state)]);
  },
  /** The same, for a task of the consumer. */
  asks: (made, parts, state) => {
    GRANTS.asksLed(made, parts, state);
    parts.dossiers.grantMakeLinks(made);
  },
  opensSideTasks: (made, { dossiers }) => dossiers.grantOpenTasks(made),
  closesTasks: (made, { dossiers }) => dossiers.grantCloseTasks(made),
  readsWhole: (made, { dossiers }) => dossiers.grantReadWhole(made),
  findsByOrganisation: (made, { dossiers }) => dossiers.grantFindByOrganisation(made),
  addsDocument: (made, { documents }) => documents.grantAdd(made),
  starts: (made, { workflow }) => workflow.grantStart(made),
  startsOnboarding: (made, { workflow }) => workflow.grantStart(made, ["onboarding"]),
  readsHistory: (made, { workflow }) => workflow.grantReadHistory(made),
} as const satisfies Record<string, Grant>;
type Grant = (made: AnyFunction, parts: WorkflowParts, state: StateName) => void;

/** Acts of each state besides reading and changing its dossier; a function has no other permissions. */
const DOES = {
  OpenDossier: ["mailsLinks", "findsByOrganisation"],

  EnterIntake: [],
  SubmitIntake: ["asks"],
  AssessIntake: ["asksLed"],
  AgreePlanning: ["asks"],
  ProposePlanning: ["asksLed"],
  AdviseExploratoryTalk: ["mailsLinks"],

  EnterDpia: [],
  PreAssessDpia: ["asksLed"],
  CommunicateDpia: ["mailsLinks"],
  CarryOutDpia: ["asks"],
  ReviewDpia: ["asksLed"],

  EnterProtocol: [],
  // Stores the template, filled in from the intake, as a document of the dossier.
  SubmitProtocol: ["asks", "addsDocument"],
  ReviewProtocol: ["asksLed"],
  AdviseOnProtocol: ["asksLed"],
  RecordPriorConsultation: ["asksLed"],
  SignForApplicant: ["asks"],
  SignForAuthority: ["asksLed"],
  // Also grants the access in a later pass, and asks each party to publish.
  DistributeProtocol: ["mailsLinks", "readsWhole", "opensSideTasks"],

  EnterMagda: [],
  ConnectMagda: ["asks"],

  // Grants the access.
  StartUse: ["mailsLinks", "readsWhole"],

  // Ends the yearly check.
  EnterOutOfUse: ["mailsLinks", "readsWhole", "closesTasks"],
  DecideRenewal: ["asks"],
  // Both states also notify each person of the consumer through a personal link.
  ConfirmEndOfUse: ["asks"],
  // Ends the access and an open yearly check.
  EndAccess: ["readsWhole", "closesTasks"],
  // Executions of the first version have no EndAccess and do the same here.
  ReversalPeriod: ["asks", "readsWhole", "closesTasks"],
  // The next term is requested in an onboarding.
  RenewUse: ["readsWhole", "startsOnboarding"],
  RestoreUse: ["mailsLinks", "readsWhole"],

  RaiseRound: [],
  CloseDossier: ["mailsLinks", "readsWhole", "closesTasks"],
  ContinueAsNew: ["starts"],
  ParkDossier: ["mails", "readsHistory"],
} as const satisfies Record<StateName, readonly (keyof typeof GRANTS)[]>;

function grantActs(made: AnyFunction, state: StateName, parts: WorkflowParts): void {
  parts.dossiers.grantChange(made);
  for (const act of DOES[state]) GRANTS[act](made, parts, state);
}

const workflowOf = (state: StateName): WorkflowName =>
  STATES[state].folder === "out-of-use" ? "out-of-use" : "onboarding";

function forEachState<Made>(make: (state: StateName) => Made): Record<StateName, Made> {
  return Object.fromEntries(STATE_NAMES.map((state) => [state, make(state)])) as Record<StateName, Made>;
}
