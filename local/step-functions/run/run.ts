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

/** What an execution under way may ask of the service that runs it. */
export type Services = {
  clock: Clock;
  store: Store;
  expressions: Expressions;
  region: string;
  /** Called after what led to it is committed; the answer comes back through `Run.post`. */
  call(run: Run, branch: Branch): void;
  /** A timer of the branch (or of the execution itself: undefined) fell due. */
  due(run: Run, branch: Branch | undefined): Promise<void>;
  /** The status changed, and is committed. */
  changed(run: Run, status: ExecutionStatus): void;
  /** Ends a `.sync` task once the execution it started has ended. */
  awaitChild(run: Run, branch: Branch, arn: string): void;
  /** Stops the execution that a `.sync` task waited for. */
  stopChild(arn: string): void;
  /** A branch of a Parallel or an iteration of a Map came to its end. */
  branchEnded(run: Run, parent: Branch, child: Branch): Promise<void>;
  /** Runs what is ready. */
  drain(run: Run): Promise<void>;
  /** Knows of all work under way. */
  activity: Activity;
  /** Counts a state transition. */
  entered(): void;
};

/** The history's limit, in events; the last one is the execution's failure. */
export const MAX_EVENTS = 25_000;

const WAITING: ReadonlySet<Phase> = new Set<Phase>(["token", "child", "wait", "retry"]);

/**
 * One execution under way, in memory. It changes only inside `post`, one piece of work after the other; each piece
 * ends in one commit, and only then its effects (calls, timers, notices) go out.
 */
export class Run {
  readonly services: Services;
  readonly record: ExecutionRecord;
  readonly revision: RevisionRecord;
  readonly definition: StateMachineDefinition;
  readonly input: Json;
  readonly branches: BranchTree;
  /** Branches that can go on, the next one first. */
  readonly ready: Branch[] = [];
  /** Run after the next commit, in order. */
  readonly effects: (() => void)[] = [];
  lastEventId: number;
  /** Whether the record changed. */
  touched = false;
  /** Whether an event found no place in the history any more: the execution fails for it. */
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

  /** Does one piece of work, runs the execution as far as it goes, and commits. Throws what the work throws. */
  post<T>(work: () => T | Promise<T>): Promise<T> {
    return this.#mailbox.post(work);
  }

  /** Resolves when no work is under way. */
  idle(): Promise<void> {
    return this.#mailbox.idle();
  }

  /** Adds an event to the history, where there is place for more than the end; returns its id. */
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

  /** A value as JSON text. That of the value before is at hand: what one state puts out the next one takes in. */
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

  /** Sets the timer of a branch to the first of its times. */
  #arm(branch: Branch): void {
    const { wakeAt = Infinity, task } = branch.visit ?? {};
    const first = Math.min(wakeAt, task?.timeoutAt ?? Infinity, task?.heartbeatAt ?? Infinity);
    if (first === Infinity || this.record.status !== "RUNNING") return this.#timers.cancel(branch.id);
    this.#timers.set(branch.id, first, () => this.services.due(this, branch));
  }

  /** The limit of a year concerns only what waits for something: most executions end long before, without a timer. */
  #armDeadline(changed: Iterable<Branch>): void {
    const { status, deadline } = this.record;
    if (this.#hasDeadline || status !== "RUNNING") return;
    const isLong = this.definition.TimeoutSeconds === undefined;
    if (isLong && ![...changed].some(({ visit }) => visit && WAITING.has(visit.phase))) return;
    this.#hasDeadline = true;
    this.#timers.set("deadline", deadline, () => this.services.due(this, undefined));
  }

  /** Sets every timer again, after opening. */
  armAll(): void {
    for (const branch of this.branches.all()) this.#arm(branch);
    this.#armDeadline(this.branches.all());
  }

  cancelTimers(): void {
    this.#timers.cancelAll();
    this.#hasDeadline = false;
  }
}
