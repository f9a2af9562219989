import type { Activity } from "../../foundation/activity.ts";
import type { Clock } from "../../foundation/clock.ts";
import { BranchTree } from "./branch-tree.ts";
import type { Expressions } from "../expressions/expressions.ts";
import type { StateMachineDefinition } from "../definition/definition.ts";
import { historyEvent, type Details } from "./history-events.ts";
import { parseJson, type Json } from "../values/json.ts";
import { Mailbox } from "./mailbox.ts";
import type {
  Branch,
  ExecutionRecord,
  ExecutionStatus,
  HistoryEvent,
  Phase,
  RevisionRecord,
} from "../store/records.ts";
import type { Journal, Store } from "../store/store.ts";
import { Timers } from "./timers.ts";

/** What a run needs from its service. */
export type Services = {
  clock: Clock;
  store: Store;
  expressions: Expressions;
  region: string;
  /** Called after its cause is committed; the answer comes through `Run.post`. */
  call(run: Run, branch: Branch): void;
  /** A timer of the branch fell due, or of the execution itself (undefined). */
  due(run: Run, branch: Branch | undefined): Promise<void>;
  /** The status changed, after its commit. */
  changed(run: Run, status: ExecutionStatus): void;
  /** Ends a `.sync` task after its child execution ended. */
  awaitChild(run: Run, branch: Branch, arn: string): void;
  /** Stops the child execution of a `.sync` task. */
  stopChild(arn: string): void;
  /** A branch of a Parallel or an iteration of a Map ended. */
  branchEnded(run: Run, parent: Branch, child: Branch): Promise<void>;
  /** Runs all ready branches. */
  drain(run: Run): Promise<void>;
  /** Tracks all work in progress. */
  activity: Activity;
  /** Counts a state transition. */
  entered(): void;
};

/** Maximum number of history events; the last one is the failure of the execution. */
export const MAX_EVENTS = 25_000;

const WAITING: ReadonlySet<Phase> = new Set<Phase>(["token", "child", "wait", "retry"]);

/**
 * A running execution, in memory. It changes only inside `post`, one piece of work at a time. Each piece ends in one
 * commit, and only then its effects (calls, timers, notifications) are performed.
 */
export class Run {
  readonly services: Services;
  readonly record: ExecutionRecord;
  readonly revision: RevisionRecord;
  readonly definition: StateMachineDefinition;
  readonly input: Json;
  readonly branches: BranchTree;
  /** Branches that can continue, the next one first. */
  readonly ready: Branch[] = [];
  /** Run after the next commit, in order. */
  readonly effects: (() => void)[] = [];
  lastEventId: number;
  /** Whether the record changed. */
  touched = false;
  /** Whether the history is full, so that the execution fails. */
  isFull = false;
  #hasDeadline = false;
  #events: HistoryEvent[] = [];
  #lastText: { value: Json; text: string } | undefined;
  readonly #timers: Timers<number | "deadline">;
  readonly #mailbox: Mailbox;

  constructor(
    services: Services,
    record: ExecutionRecord,
    revision: RevisionRecord,
    definition: StateMachineDefinition,
    journal: Journal = { branches: [], lastEventId: 0 },
  ) {
    this.services = services;
    this.record = record;
    this.revision = revision;
    this.definition = definition;
    this.input = parseJson(record.input);
    this.branches = new BranchTree(definition, journal.branches);
    this.lastEventId = journal.lastEventId;
    this.#timers = new Timers(services.clock);
    this.#mailbox = new Mailbox(
      services.activity,
      () => (this.ready.length > 0 || this.isFull ? services.drain(this) : undefined),
      () => this.#commit(),
    );
  }

  /** Performs one piece of work, runs the execution as far as possible, and commits. Throws the error of the work. */
  post<T>(work: () => T | Promise<T>): Promise<T> {
    return this.#mailbox.post(work);
  }

  /** Resolves when no work is in progress. */
  idle(): Promise<void> {
    return this.#mailbox.idle();
  }

  /** Adds an event to the history, while there is room for more than the last event; returns its id. */
  write(type: string, previousEventId: number, details?: Details): number {
    const isLast = this.lastEventId >= MAX_EVENTS - 1;
    if (isLast && !type.startsWith("Execution")) {
      this.isFull = true;
      return this.lastEventId;
    }
    const place = { id: ++this.lastEventId, previousEventId, timestamp: this.services.clock.now() };
    this.#events.push(historyEvent(place, type, details));
    return place.id;
  }

  /** A value as JSON text. The previous value is cached, because the output of a state is the input of the next. */
  textOf(value: Json): string {
    if (this.#lastText?.value === value) return this.#lastText.text;
    const text = JSON.stringify(value);
    this.#lastText = { value, text };
    return text;
  }

  #commit(): void | Promise<void> {
    const { record, touched } = this;
    const step = { events: this.#events, ...this.branches.changes() };
    const isNew = touched || step.events.length > 0 || step.branches.length > 0;
    const committing = isNew && this.services.store.commit(record, step, touched ? record : undefined);
    if (!committing) return this.#committed(step);
    return committing.then(() => this.#committed(step));
  }

  #committed({ branches, removed }: { branches: Branch[]; removed: number[] }): void {
    for (const id of removed) this.#timers.cancel(id);
    for (const branch of branches) this.#arm(branch);
    this.#armDeadline(branches);
    this.touched = false;
    this.#events = [];
    this.branches.settle();
    for (const effect of this.effects.splice(0)) effect();
  }

  /** Sets the timer of a branch to its earliest time. */
  #arm(branch: Branch): void {
    const { wakeAt = Infinity, task } = branch.visit ?? {};
    const first = Math.min(wakeAt, task?.timeoutAt ?? Infinity, task?.heartbeatAt ?? Infinity);
    if (first === Infinity || this.record.status !== "RUNNING") return this.#timers.cancel(branch.id);
    this.#timers.set(branch.id, first, () => this.services.due(this, branch));
  }

  /** The limit of a year only matters for waiting executions: most end long before, without a timer. */
  #armDeadline(changed: Iterable<Branch>): void {
    const { status, deadline } = this.record;
    if (this.#hasDeadline || status !== "RUNNING") return;
    const isLong = this.definition.TimeoutSeconds === undefined;
    if (isLong && ![...changed].some(({ visit }) => visit && WAITING.has(visit.phase))) return;
    this.#hasDeadline = true;
    this.#timers.set("deadline", deadline, () => this.services.due(this, undefined));
  }

  /** Sets all timers again, after opening. */
  armAll(): void {
    for (const branch of this.branches.all()) this.#arm(branch);
    this.#armDeadline(this.branches.all());
  }

  cancelTimers(): void {
    this.#timers.cancelAll();
    this.#hasDeadline = false;
  }
}
