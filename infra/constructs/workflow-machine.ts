import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { LogGroup } from "aws-cdk-lib/aws-logs";
import * as sfn from "aws-cdk-lib/aws-stepfunctions";
import { Construct } from "constructs";
import { stateMachineName, type WorkflowName } from "../../statemachine/contract.ts";
import { StateBuilder } from "../../statemachine/states.ts";
import { acceptAnyResource } from "../configuration/accepted-findings.ts";
import type { FunctionSettings } from "./service-function.ts";
import type { StateFunctions } from "./state-functions.ts";
import { policiesFirst } from "./policies-first.ts";

export type WorkflowMachineProps = {
  readonly settings: FunctionSettings;
  readonly functions: StateFunctions;
  readonly workflow: WorkflowName;
  /** The definition, from statemachine/. */
  readonly define: (scope: Construct, states: StateBuilder) => sfn.IChainable;
  /** One sentence that describes the workflow. */
  readonly comment: string;
  /** Who is affected, and how, when its executions fail. */
  readonly errorImpact: string;
};

/** The state machine of one workflow. Its role may only invoke the functions of its states. */
export class WorkflowMachine extends Construct {
  readonly stateMachine: sfn.StateMachine;

  constructor(scope: Construct, id: string, props: WorkflowMachineProps) {
    super(scope, id);
    const { settings, functions } = props;
    const name = stateMachineName(settings.environment, props.workflow);
    const process = new Construct(this, "Process");
    const states = new StateBuilder(process, functions.of);
    const definition = props.define(process, states);
    const role = this.#role(functions, states).withoutPolicyUpdates();
    policiesFirst(role);
    this.stateMachine = new sfn.StateMachine(this, "StateMachine", {
      stateMachineName: name,
      stateMachineType: sfn.StateMachineType.STANDARD,
      queryLanguage: sfn.QueryLanguage.JSONATA,
      comment: props.comment,
      definitionBody: sfn.DefinitionBody.fromChainable(definition),
      role,
      // Execution data stays out of the logs as a precaution, although it holds ids only.
      logs: {
        level: sfn.LogLevel.ALL,
        includeExecutionData: false,
        destination: new LogGroup(this, "Logs", {
          logGroupName: `/aws/vendedlogs/states/${name}`,
          retention: settings.logRetention,
          removalPolicy: RemovalPolicy.DESTROY,
        }),
      },
      tracingEnabled: true,
    });
    settings.alarms.add(this, "Failed", {
      metric: this.stateMachine.metricFailed({ period: Duration.minutes(5) }),
      signal: "failures",
      threshold: 1,
      errorImpact: props.errorImpact,
      runbookHeading: "an-execution-failed",
    });
  }

  /** Written out, because CDK's own grant also covers every version of a function. */
  #role(functions: StateFunctions, { used }: StateBuilder): Role {
    const arns = [...used].map((state) => functions.of[state].functionArn);
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
}

/** Log delivery and tracing do not support resource-level permissions. */
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
