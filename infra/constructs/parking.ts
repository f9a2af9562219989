import { Duration } from "aws-cdk-lib";
import { EventField, Rule, RuleTargetInput } from "aws-cdk-lib/aws-events";
import { Construct } from "constructs";
import type { ParkPayload } from "../../statemachine/contract.ts";
import { DeadLetters } from "./dead-letters.ts";
import { ownMetric } from "./own-metrics.ts";
import type { AnyFunction, FunctionSettings } from "./service-function.ts";
import type { WorkflowAccess } from "./workflow-access.ts";

export type ParkingProps = {
  readonly settings: FunctionSettings;
  readonly workflow: WorkflowAccess;
  readonly parkDossier: AnyFunction;
};

type EndedExecution = Extract<ParkPayload, { executionName: string }>;
const ENDED_BADLY = ["FAILED", "TIMED_OUT", "ABORTED"] as const satisfies EndedExecution["status"][];

/** Parks the dossier of an execution that ended without its own Catch. */
export class Parking extends Construct {
  constructor(scope: Construct, id: string, props: ParkingProps) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, "DeadLetters", {
      settings: props.settings,
      handler: props.parkDossier,
      retries: 2,
      maxAge: Duration.hours(6),
      errorImpact:
        "An onboarding stopped and its dossier could not even be parked: nobody sees that it waits.",
    });
    const every5Minutes = { environment: props.settings.environment, period: Duration.minutes(5) };
    props.settings.alarms.add(this, "Parked", {
      metric: ownMetric("dossierParked", every5Minutes),
      signal: "failures",
      threshold: 1,
      errorImpact:
        "The workflow of a dossier stopped and the dossier is parked: the LED team must resume it.",
      runbookHeading: "a-dossier-is-parked",
    });
    props.settings.alarms.add(this, "Unreadable", {
      metric: ownMetric("itemUnreadable", every5Minutes),
      signal: "failures",
      threshold: 1,
      errorImpact:
        "An item of a dossier does not parse: nothing rests on it, and it is missing on the pages.",
      runbookHeading: "an-item-cannot-be-read",
    });
    const input = {
      executionName: EventField.fromPath("$.detail.name"),
      status: EventField.fromPath("$.detail.status"),
    } satisfies Record<keyof EndedExecution, string>;
    new Rule(this, "ExecutionEndedBadly", {
      description: "LED onboarding: an execution ended by itself",
      eventPattern: {
        source: ["aws.states"],
        detailType: ["Step Functions Execution Status Change"],
        detail: { status: [...ENDED_BADLY], stateMachineArn: props.workflow.arns },
      },
      targets: [deadLetters.target(RuleTargetInput.fromObject(input))],
    });
  }
}
