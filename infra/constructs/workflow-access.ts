import { ArnFormat, Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { stateMachineName, type WorkflowName, WORKFLOWS } from "../../statemachine/contract.ts";
import type { AnyFunction } from "./service-function.ts";

/**
 * Access of the functions to the state machines. The ARNs are formatted from the fixed physical names: a reference to
 * the resource would be circular, because a state machine refers to its functions.
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

  /** Send the decision of a person to a workflow. */
  grantAnswer(to: AnyFunction, workflows: readonly WorkflowName[] = WORKFLOWS): void {
    to.allow(
      ["states:SendTaskSuccess"],
      workflows.map((workflow) => this.arnOf(workflow)),
    );
  }

  /** Interrupt the wait for a decision: for a withdrawal, or for a move to a fresh execution. */
  grantInterrupt(to: AnyFunction, workflows: readonly WorkflowName[] = WORKFLOWS): void {
    to.allow(
      ["states:SendTaskFailure"],
      workflows.map((workflow) => this.arnOf(workflow)),
    );
  }

  /** Start an execution, and check whether one is running. */
  grantStart(to: AnyFunction, workflows: readonly WorkflowName[] = WORKFLOWS): void {
    to.allow(
      ["states:StartExecution"],
      workflows.map((workflow) => this.arnOf(workflow)),
    );
    to.allow(["states:DescribeExecution"], this.#executions(workflows));
  }

  /** Find the last completed state of an execution. The history holds ids and outcomes only. */
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
