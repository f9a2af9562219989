import type { Executions } from "./executions.ts";
import { childAnswer, type ChildStart } from "../integrations/start-execution.ts";
import type { Branch, ExecutionRecord } from "../store/records.ts";
import { Run } from "../run/run.ts";
import type { Service } from "./service.ts";
import { activeTask, taskEnded } from "../states/task-answer.ts";
import { resourceOf } from "../states/task.ts";

/** The executions that tasks start: `states:startExecution`, with and without `.sync`. */
export class ChildExecutions {
  readonly #service: Service;
  readonly #executions: Executions;
  /** EXPRESS executions that a task waits for: once they have ended they are known nowhere else. */
  readonly #express = new Map<string, ExecutionRecord>();

  constructor(service: Service, executions: Executions) {
    this.#service = service;
    this.#executions = executions;
  }

  /** `startedBy`: the task's own mark, so that a call made again finds what it started before. */
  async start(child: ChildStart, startedBy: string, isAwaited: boolean): Promise<ExecutionRecord> {
    const { stateMachineArn, name, input, roleArn } = child;
    const { options, machines } = this.#service;
    options.authorize?.({ action: "states:StartExecution", resource: stateMachineArn, roleArn });
    const target = machines.resolve(stateMachineArn);
    const started = await this.#executions.start(target, { name, input, startedBy });
    const record = started instanceof Run ? started.record : started;
    if (isAwaited && record.type === "EXPRESS") this.#express.set(record.arn, record);
    return record;
  }

  /** Ends the `.sync` task once the execution has ended. */
  await(run: Run, branch: Branch, arn: string): void {
    const child = this.#find(arn);
    const deliver = () => {
      this.#express.delete(arn);
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
    // An EXPRESS execution ends with the process that ran it.
    const gone = {
      error: "StepFunctions.ExecutionDoesNotExistException",
      cause: `Execution Does Not Exist: '${arn}'`,
    };
    await taskEnded(active, child ? childAnswer(child, asJson, this.#service.options.clock.now()) : gone);
  }

  /** Stops what a task waited for; an EXPRESS execution cannot be stopped. */
  stop(arn: string): void {
    if (this.#find(arn)?.type === "STANDARD") void this.#executions.stop(arn, {});
  }

  #find(arn: string): ExecutionRecord | undefined {
    return this.#express.get(arn) ?? this.#executions.find(arn);
  }
}
