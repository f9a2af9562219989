import { Duration } from "aws-cdk-lib";
import { Construct } from "constructs";
import type { EnvironmentOf } from "../../functions/adapters/shared/environment.ts";
import { opensSideTasks } from "../../functions/domain/process.ts";
import { STATE_NAMES, STATES, type StateName, type WorkflowName } from "../../statemachine/contract.ts";
import type { Permission } from "../../statemachine/steps/declared-state.ts";
import type { Documents } from "./documents.ts";
import type { Dossiers } from "./dossiers.ts";
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
      handler: `handlers.${state}`,
      environment,
      timeout: Duration.seconds(30),
      errorImpact: STATES[state].errorImpact,
      runbookHeading: "a-step-keeps-failing",
      // The workflow retries errors, and a withdrawal passes through here as an error.
      alarmAtErrors: 3,
    });
  }
}

/** What each permission that a state declares (statemachine/steps/) allows its function. */
const GRANTS = {
  mails: (made, { mail, documents }) => {
    mail.grantSend(made);
    documents.grantKeepMails(made);
  },
  mailsLinks: (made, parts) => {
    GRANTS.mails(made, parts);
    parts.dossiers.grantMakeLinks(made);
  },
  asksLed: (made, parts, state) => {
    parts.dossiers.grantOpenTasks(made);
    GRANTS.mails(made, parts);
    parts.workflow.grantAnswer(made, [workflowOf(state)]);
  },
  asks: (made, parts, state) => {
    GRANTS.asksLed(made, parts, state);
    parts.dossiers.grantMakeLinks(made);
  },
  closesTasks: (made, { dossiers }) => dossiers.grantCloseTasks(made),
  readsWhole: (made, { dossiers }) => dossiers.grantReadWhole(made),
  findsByOrganisation: (made, { dossiers }) => dossiers.grantFindByOrganisation(made),
  addsDocument: (made, { documents, dossiers }) => {
    documents.grantAdd(made);
    dossiers.grantAddDocuments(made);
  },
  readsTemplate: (made, { documents, dossiers }) => {
    documents.grantReadTemplate(made);
    dossiers.grantReadTemplate(made);
  },
  publishes: (made, parts) => {
    GRANTS.addsDocument(made, parts);
    parts.documents.grantShow(made);
    parts.dossiers.grantPublish(made);
  },
  starts: (made, { workflow }) => workflow.grantStart(made),
  startsOnboarding: (made, { workflow }) => workflow.grantStart(made, ["onboarding"]),
  readsHistory: (made, { workflow }) => workflow.grantReadHistory(made),
} as const satisfies Record<Permission, Grant>;
type Grant = (made: AnyFunction, parts: WorkflowParts, state: StateName) => void;

function grantActs(made: AnyFunction, state: StateName, parts: WorkflowParts): void {
  parts.dossiers.grantChange(made);
  for (const permission of STATES[state].may) GRANTS[permission](made, parts, state);
  if (opensSideTasks(state)) parts.dossiers.grantOpenTasks(made);
}

const workflowOf = (state: StateName): WorkflowName =>
  STATES[state].folder === "out-of-use" ? "out-of-use" : "onboarding";

function forEachState<Made>(make: (state: StateName) => Made): Record<StateName, Made> {
  return Object.fromEntries(STATE_NAMES.map((state) => [state, make(state)])) as Record<StateName, Made>;
}
