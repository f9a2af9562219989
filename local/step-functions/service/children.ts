import type { Executions } from "./executions.ts";
import { childAnswer, type ChildStart } from "../integrations/start-execution.ts";
import type { Branch, ExecutionRecord } from "../store/records.ts";
import { Run } from "../run/run.ts";
import type { Machines } from "./machines.ts";
import type { StepFunctionsOptions } from "./options.ts";
import { activeTask, taskEnded } from "../states/task-answer.ts";
import { resourceOf } from "../states/task.ts";

type Parts = {
  options: Pick<StepFunctionsOptions, "authorize" | "clock">;
  machines: Machines;
  readonly isClosed: boolean;
  whenEnded(arn: string, then: () => void): void;
};

/** Child executions of tasks: `states:startExecution`, with and without `.sync`. */
export class ChildExecutions {
  readonly #service: Parts;
  readonly #executions: Executions;

  constructor(service: Parts, executions: Executions) {
    this.#service = service;
    this.#executions = executions;
  }

  /** `startedBy`: identifies the task, so that a repeated call finds its earlier child. */
  async start(child: ChildStart, startedBy: string): Promise<ExecutionRecord> {
    const { stateMachineArn, name, input, roleArn } = child;
    const { options, machines } = this.#service;
    options.authorize?.({ action: "states:StartExecution", resource: stateMachineArn, roleArn });
    const revision = machines.current(stateMachineArn);
    const started = await this.#executions.start(revision, { name, input, startedBy });
    return started instanceof Run ? started.record : started;
  }

  /** Ends the `.sync` task after the execution ended. */
  await(run: Run, branch: Branch, arn: string): void {
    const child = this.#executions.find(arn);
    const deliver = () => {
      if (!this.#service.isClosed) void run.post(() => this.#deliver(run, branch, arn, child));
    };
    if (child?.status === "RUNNING") this.#service.whenEnded(arn, deliver);
    else deliver();
  }

  async #deliver(run: Run, branch: Branch, arn: string, child: ExecutionRecord | undefined): Promise<void> {
    const active = activeTask(run, branch);
    if (active?.visit.task?.child !== arn) return;
    const resource = resourceOf(active.state);
    const asJson = resource.kind === "service" && resource.asJson;
    // The name of an execution that ended long ago may be reused.
    const gone = {
      error: "StepFunctions.ExecutionDoesNotExistException",
      cause: `Execution Does Not Exist: '${arn}'`,
    };
    await taskEnded(active, child ? childAnswer(child, asJson, this.#service.options.clock.now()) : gone);
  }

  /** Stops the child of a task. */
  stop(arn: string): void {
    if (this.#executions.find(arn)) void this.#executions.stop(arn, {});
  }
}
