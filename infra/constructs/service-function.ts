import { Duration, RemovalPolicy } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import * as lambda from "aws-cdk-lib/aws-lambda";
import { LogGroup, type RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { EnvironmentKind, EnvironmentOf } from "../../functions/adapters/shared/environment.ts";
import { functionName } from "../../statemachine/contract.ts";
import { acceptAnyResource } from "../configuration/accepted-findings.ts";
import type { Alarms, RunbookHeading } from "./alarms.ts";
import type { CodeOfFunctions } from "./bundles.ts";
import { policiesFirst } from "./policies-first.ts";

/** Settings that all functions of one deployment share. */
export type FunctionSettings = {
  /** `dev`, `prod`: part of the physical names. */
  readonly environment: string;
  readonly logRetention: RetentionDays;
  readonly bundles: CodeOfFunctions;
  readonly alarms: Alarms;
};

export type ServiceFunctionProps<Kind extends EnvironmentKind> = {
  readonly settings: FunctionSettings;
  /** Path of the file that exports the handler, from the project root. */
  readonly entry: string;
  /** Name of the exported handler. */
  readonly handler?: string;
  /** Environment schema of the function; a missing variable fails the type check. */
  readonly kind: Kind;
  readonly environment: EnvironmentOf<Kind>;
  readonly memoryMegabytes?: number;
  readonly timeout: Duration;
  /** One sentence: who is hurt, and how, when this function fails. */
  readonly errorImpact: string;
  readonly runbookHeading: RunbookHeading;
  /** Errors within 15 minutes that raise the alarm. Use more than one where the caller retries. */
  readonly alarmAtErrors?: number;
};

/** A function of this product: its own role, log group, tracing and alarm, and only the granted permissions. */
export class ServiceFunction<Kind extends EnvironmentKind> extends lambda.Function {
  constructor(scope: Construct, id: string, props: ServiceFunctionProps<Kind>) {
    const { settings } = props;
    const name = functionName(settings.environment, id);
    const parts = new Construct(scope, `${id}Function`);
    const logGroup = new LogGroup(parts, "Logs", {
      logGroupName: `/aws/lambda/${name}`,
      retention: settings.logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(parts, "Role", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
    policiesFirst(role);
    super(scope, id, {
      functionName: name,
      description: `LED onboarding: ${id}`,
      code: settings.bundles.of(props.entry),
      handler: `index.${props.handler ?? "handler"}`,
      runtime: lambda.Runtime.NODEJS_24_X,
      architecture: lambda.Architecture.ARM_64,
      memorySize: props.memoryMegabytes ?? 512,
      timeout: props.timeout,
      // Dimension of the function's metrics.
      environment: { ENVIRONMENT: settings.environment, ...props.environment },
      role,
      logGroup,
      loggingFormat: lambda.LoggingFormat.JSON,
      tracing: lambda.Tracing.ACTIVE,
    });
    logGroup.grantWrite(role);
    acceptAnyResource(role);
    settings.alarms.add(parts, "Errors", {
      metric: this.metricErrors({ period: Duration.minutes(15) }),
      signal: "failures",
      threshold: props.alarmAtErrors ?? 1,
      errorImpact: props.errorImpact,
      runbookHeading: props.runbookHeading,
    });
  }

  /** Adds a permission; it always names its resources. */
  allow(
    actions: string[],
    resources: string[],
    conditions?: Record<string, Record<string, string | string[]>>,
  ): void {
    this.addToRolePolicy(new PolicyStatement({ actions, resources, conditions }));
  }
}

/** A function with any kind of environment. */
export type AnyFunction = ServiceFunction<EnvironmentKind>;
