import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import * as sfn from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { METRICS } from "../../functions/adapters/observability.ts";
import { stateMachineName } from "../../statemachine/contract.ts";
import { onboarding } from "../../statemachine/onboarding.ts";
import { acceptAnyResource } from "../accepted-findings.ts";
import type { House } from "./house-function.ts";
import type { StateFunctions } from "./state-functions.ts";

export type OnboardingProps = { readonly house: House; readonly functions: StateFunctions };

/** The state machine of the onboarding: its definition stands in statemachine/onboarding.ts. */
export class Onboarding extends Construct {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, { house, functions }: OnboardingProps) {
    super(scope, id);
    const name = stateMachineName(house.environment);
    const process = onboarding(new Construct(this, "Process"), functions.of);
    this.stateMachine = new sfn.StateMachine(this, "StateMachine", {
      stateMachineName: name,
      stateMachineType: sfn.StateMachineType.STANDARD,
      queryLanguage: sfn.QueryLanguage.JSONATA,
      comment: "The onboarding of one public organisation to the LED",
      definitionBody: sfn.DefinitionBody.fromChainable(process),
      role: this.#role(functions).withoutPolicyUpdates(),
      // Execution data stays out of the logs, even though it holds ids only.
      logs: {
        level: sfn.LogLevel.ALL,
        includeExecutionData: false,
        destination: new LogGroup(this, "Logs", {
          logGroupName: `/aws/vendedlogs/states/${name}`,
          retention: house.logRetention,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      },
      tracingEnabled: true,
    });
    this.#watch(house);
  }

  /** Written out, because CDK's own grant also covers every version of a function. */
  #role(functions: StateFunctions): Role {
    const arns = Object.values(functions.of).map((behindState) => behindState.functionArn);
    const role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("states.amazonaws.com"),
      inlinePolicies: {
        Functions: allow(["lambda:InvokeFunction"], arns),
        Logs: allow(LOG_DELIVERY, ["*"]),
        Tracing: allow(TRACING, ["*"]),
      },
    });
    acceptAnyResource(role);
    return role;
  }

  #watch({ alarms }: House): void {
    alarms.add(this, "Failed", {
      metric: this.stateMachine.metricFailed({ period: Duration.minutes(5) }),
      threshold: 1,
      errorImpact: "An onboarding stopped: nobody of that dossier is asked anything until it is continued.",
      runbookHeading: "an-execution-failed",
    });
    alarms.add(this, "Parked", {
      metric: parked(Duration.minutes(5)),
      threshold: 1,
      errorImpact: "A dossier got stuck and is parked: it waits for the LED team to continue it.",
      runbookHeading: "a-dossier-is-parked",
    });
  }
}

/** Counts the dossiers that were parked, by the workflow or by follow-up. */
export const parked = (period: Duration) =>
  new Metric({
    namespace: METRICS.namespace,
    metricName: METRICS.dossierParked,
    dimensionsMap: { service: "led-onboarding" },
    statistic: "sum",
    period,
  });

/** Neither the delivery of logs nor tracing knows resources. */
const LOG_DELIVERY = [
  "logs:CreateLogDelivery",
  "logs:GetLogDelivery",
  "logs:UpdateLogDelivery",
  "logs:DeleteLogDelivery",
  "logs:ListLogDeliveries",
  "logs:PutResourcePolicy",
  "logs:DescribeResourcePolicies",
  "logs:DescribeLogGroups",
];
const TRACING = [
  "xray:PutTraceSegments",
  "xray:PutTelemetryRecords",
  "xray:GetSamplingRules",
  "xray:GetSamplingTargets",
];

const allow = (actions: string[], resources: string[]) =>
  new PolicyDocument({ statements: [new PolicyStatement({ actions, resources })] });
