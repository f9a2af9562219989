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

/** Behind each state of the workflow a function with its own role; the functions of a step share their bundle. */
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
      // The workflow tries again by itself, and a withdrawal passes through here as an error.
      alarmAtErrors: 3,
    });
  }
}

/** What the function behind a state does, as far as it takes permissions. */
const GRANTS = {
  /** To the LED, who signs in. */
  mails: (made, { mail, documents }) => {
    mail.grantSend(made);
    documents.grantKeepMails(made);
  },
  /** To people of the consumer, each by a link of its own. */
  mailsLinks: (made, parts) => {
    GRANTS.mails(made, parts);
    parts.dossiers.grantMakeLinks(made);
  },
  /** Opens its task, tells the LED, and hands on the decision of a task that was decided before. */
  asksLed: (made, parts, state) => {
    parts.dossiers.grantOpenTasks(made);
    GRANTS.mails(made, parts);
    parts.workflow.grantAnswer(made, [workflowOf(state)]);
  },
  /** The same, where somebody of the consumer is asked. */
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

/** What each state does, beside reading and changing its dossier: no function may do more. */
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
  // It stores the template, filled in from the intake, as a document of the dossier.
  SubmitProtocol: ["asks", "addsDocument"],
  ReviewProtocol: ["asksLed"],
  AdviseOnProtocol: ["asksLed"],
  RecordPriorConsultation: ["asksLed"],
  SignForApplicant: ["asks"],
  SignForAuthority: ["asksLed"],
  // In a later pass it grants the access, and it asks each party to publish.
  DistributeProtocol: ["mailsLinks", "readsWhole", "opensSideTasks"],

  EnterMagda: [],
  ConnectMagda: ["asks"],

  // It grants the access.
  StartUse: ["mailsLinks", "readsWhole"],

  // It ends the yearly check.
  EnterOutOfUse: ["mailsLinks", "readsWhole", "closesTasks"],
  DecideRenewal: ["asks"],
  // Both also tell the consumer, each person by a link of its own.
  ConfirmEndOfUse: ["asks"],
  // It ends the access, and a yearly check that is open.
  EndAccess: ["readsWhole", "closesTasks"],
  // The same in executions of the first version, which have no EndAccess.
  ReversalPeriod: ["asks", "readsWhole", "closesTasks"],
  // The next term is asked for in an onboarding.
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
