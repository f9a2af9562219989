import { Duration } from "aws-cdk-lib";
import { Construct } from "constructs";
import type { EnvironmentOf } from "../../functions/adapters/environment.ts";
import { handlerExport, STATES, type StateName, type WorkflowName } from "../../statemachine/contract.ts";
import type { Documents } from "./documents.ts";
import type { Dossiers } from "./dossiers.ts";
import { ERROR_IMPACT } from "./error-impact.ts";
import { HouseFunction, type AnyFunction, type House } from "./house-function.ts";
import type { Mail } from "./mail.ts";
import type { WorkflowAccess } from "./workflow-access.ts";

export type WorkflowParts = {
  readonly house: House;
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

  #make(state: StateName, { house, environment }: WorkflowParts): AnyFunction {
    return new HouseFunction(this, state, {
      house,
      kind: "workflow",
      entry: `functions/${STATES[state].folder}/handler.ts`,
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

/** Every state records and mails; only some do more. */
function grantActs(made: AnyFunction, state: StateName, parts: WorkflowParts): void {
  parts.dossiers.grantRecord(made);
  parts.mail.grantSend(made);
  parts.documents.grantKeepMails(made);
  if (STATES[state].kind === "human") parts.workflow.grantAnswer(made, [workflowOf(state)]);
  if (state === "OpenDossier") parts.dossiers.grantFindByOrganisation(made);
  // It stores the template, filled in from the intake, as a document of the dossier.
  if (state === "SubmitProtocol") parts.documents.grantAdd(made);
  if (state === "ContinueAsNew") parts.workflow.grantStart(made);
  if (state === "ParkDossier") parts.workflow.grantReadHistory(made);
  // The next term is asked for in an onboarding.
  if (state === "RenewUse") parts.workflow.grantStart(made, ["onboarding"]);
}

const workflowOf = (state: StateName): WorkflowName =>
  STATES[state].folder === "out-of-use" ? "out-of-use" : "onboarding";

function forEachState<Made>(make: (state: StateName) => Made): Record<StateName, Made> {
  return Object.fromEntries(STATE_NAMES.map((state) => [state, make(state)])) as Record<StateName, Made>;
}
