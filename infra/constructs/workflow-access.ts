import { ArnFormat, Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { stateMachineName, type WorkflowName, WORKFLOWS } from "../../statemachine/contract.ts";
import type { AnyFunction } from "./service-function.ts";

/**
 * The state machines as their functions see them. The ARNs are formatted from the fixed physical names: a reference to
 * the resource would be circular, since a state machine refers to its functions.
 */
export class WorkflowAccess {
  readonly #scope: Construct;
  readonly #environment: string;

  constructor(scope: Construct, environment: string) {
    this.#scope = scope;
    this.#environment = environment;
  }

  arnOf(workflow: WorkflowName): string {
    return this.#format("stateMachine", stateMachineName(this.#environment, workflow));
  }

  get arns(): string[] {
    return WORKFLOWS.map((workflow) => this.arnOf(workflow));
  }

  /** Tell a workflow what a person decided. */
  grantAnswer(to: AnyFunction, workflows: readonly WorkflowName[] = WORKFLOWS): void {
    to.allow(
      ["states:SendTaskSuccess"],
      workflows.map((workflow) => this.arnOf(workflow)),
    );
  }

  /** End the wait for a decision: a withdrawal, or a move to a fresh execution. */
  grantInterrupt(to: AnyFunction, workflows: readonly WorkflowName[] = WORKFLOWS): void {
    to.allow(
      ["states:SendTaskFailure"],
      workflows.map((workflow) => this.arnOf(workflow)),
    );
  }

  /** Start an execution, and see whether one is running. */
  grantStart(to: AnyFunction, workflows: readonly WorkflowName[] = WORKFLOWS): void {
    to.allow(
      ["states:StartExecution"],
      workflows.map((workflow) => this.arnOf(workflow)),
    );
    to.allow(["states:DescribeExecution"], this.#executions(workflows));
  }

  /** See which state an execution left last. Its history holds ids and outcomes only. */
  grantReadHistory(to: AnyFunction): void {
    to.allow(["states:GetExecutionHistory"], this.#executions(WORKFLOWS));
  }

  #executions(workflows: readonly WorkflowName[]): string[] {
    return workflows.map((workflow) =>
      this.#format("execution", `${stateMachineName(this.#environment, workflow)}:*`),
    );
  }

  #format(resource: string, resourceName: string): string {
    return Stack.of(this.#scope).formatArn({
      service: "states",
      resource,
      resourceName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }
}
