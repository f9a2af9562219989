import { Activity } from "../../foundation/activity.ts";
import { ChildExecutions } from "./children.ts";
import type { StepFunctionsOptions } from "./options.ts";
import { Executions } from "./executions.ts";
import { Expressions } from "../expressions/expressions.ts";
import { invoke } from "../integrations/lambda.ts";
import { startExecution } from "../integrations/start-execution.ts";
import { Machines } from "./machines.ts";
import type { Branch, ExecutionStatus } from "../store/records.ts";
import type { Run, Services } from "../run/run.ts";
import { activeTask, callAnswered } from "../states/task-answer.ts";
import { resourceOf } from "../states/task.ts";
import { branchEnded } from "../states/branches.ts";
import { statusChange } from "./status-change.ts";
import { drain, due } from "../states/steps.ts";
import { MemoryStore } from "../store/memory-store.ts";
import { SqliteStore } from "../store/sqlite-store.ts";
import type { Store } from "../store/store.ts";

/** The state behind the API: state machines, executions, and their connections to the outside. */
export class Service {
  readonly options: StepFunctionsOptions;
  readonly store: Store;
  readonly machines: Machines;
  readonly executions: Executions;
  readonly activity = new Activity();
  transitions = 0;
  readonly #children: ChildExecutions;
  #closed = false;
  #ended = new Map<string, (() => void)[]>();

  constructor(options: StepFunctionsOptions) {
    this.options = options;
    this.store = storeOf(options.file);
    const { clock, region } = options;
    this.machines = new Machines(this.store, () => clock.now());
    const services: Services = {
      ...{ clock, region, store: this.store, activity: this.activity, drain, branchEnded },
      expressions: new Expressions(() => clock.now()),
      entered: () => void this.transitions++,
      due: (run, branch) => (this.#closed ? Promise.resolve() : run.post(() => due(run, branch))),
      call: (run, branch) => void this.activity.during(() => this.#call(run, branch)),
      awaitChild: (run, branch, arn) => this.#children.await(run, branch, arn),
      stopChild: (arn) => this.#children.stop(arn),
      changed: (run, status) => this.#changed(run, status),
    };
    this.executions = new Executions(services, this.machines);
    this.#children = new ChildExecutions(this, this.executions);
  }

  /** Calls `then` after the execution ended. */
  whenEnded(arn: string, then: () => void): void {
    this.#ended.set(arn, [...(this.#ended.get(arn) ?? []), then]);
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  async close(): Promise<void> {
    this.#closed = true;
    const runs = [...this.executions.runs];
    for (const run of runs) run.cancelTimers();
    await Promise.all(runs.map((run) => run.idle()));
    for (const run of runs) run.cancelTimers();
    this.store.close();
  }

  /** Performs the call of a task, and passes the answer to the task if it still waits for it. */
  async #call(run: Run, branch: Branch): Promise<void> {
    const active = activeTask(run, branch);
    const { visit, state } = active ?? {};
    if (!visit?.task || !state) return;
    const { task, attempt } = visit;
    const resource = resourceOf(state);
    const { arn } = run.record;
    const startedBy = `${arn}#${branch.id}#${visit.enteredId}#${attempt}`;
    const result =
      resource.kind === "service" && resource.resourceType === "states"
        ? await startExecution(task, (child) => this.#children.start(child, startedBy))
        : await invoke(resource, task, arn, (call) => this.options.invokeLambda(call));
    if (this.#closed) return;
    await run.post(async () => {
      const still = activeTask(run, branch, attempt);
      if (still?.visit === visit && visit.phase === "call") await callAnswered(still, result);
    });
  }

  #changed(run: Run, status: ExecutionStatus): void {
    const { record } = run;
    const isEnd = status !== "RUNNING";
    if (isEnd) this.executions.forget(run);
    this.options.onStatusChange?.(statusChange(record, status));
    if (!isEnd) return;
    this.store.told(record);
    const waiting = this.#ended.get(record.arn) ?? [];
    this.#ended.delete(record.arn);
    for (const then of waiting) then();
  }
}

function storeOf(file: StepFunctionsOptions["file"]): Store {
  if (typeof file !== "string") return file;
  return file === ":memory:" ? new MemoryStore() : new SqliteStore(file);
}
