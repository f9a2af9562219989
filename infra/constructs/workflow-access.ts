import { ArnFormat, Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { stateMachineName } from "../../statemachine/contract.ts";
import type { AnyFunction } from "./house-function.ts";

/**
 * The onboarding state machine as its functions see it. The ARN is formatted from the fixed physical name: a reference
 * to the resource would be circular, since the state machine refers to its functions.
 */
export class WorkflowAccess {
  readonly arn: string;
  readonly #executions: string;

  constructor(scope: Construct, environment: string) {
    const name = stateMachineName(environment);
    const arnOf = (resource: string, resourceName: string) =>
      Stack.of(scope).formatArn({
        service: "states",
        resource,
        resourceName,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      });
    this.arn = arnOf("stateMachine", name);
    this.#executions = arnOf("execution", `${name}:*`);
  }

  /** Tell the workflow what a person decided. */
  grantAnswer(to: AnyFunction): void {
    to.allow(["states:SendTaskSuccess"], [this.arn]);
  }

  /** End the wait for a decision: a withdrawal, or a move to a fresh execution. */
  grantInterrupt(to: AnyFunction): void {
    to.allow(["states:SendTaskFailure"], [this.arn]);
  }

  /** Start an execution, and see whether one is running. */
  grantStart(to: AnyFunction): void {
    to.allow(["states:StartExecution"], [this.arn]);
    to.allow(["states:DescribeExecution"], [this.#executions]);
  }
}
