import { randomUUID } from "node:crypto";
import { checkArn } from "../values/arns.ts";
import { finish } from "../run/ending.ts";
import { begin, checkInput, checkName, executionArn, goOn, newRecord } from "../states/execution-start.ts";
import { ApiError } from "../values/failures.ts";
import type { Machines } from "./machines.ts";
import type { ExecutionRecord, RevisionRecord } from "../store/records.ts";
import { Run, type Services } from "../run/run.ts";
import type { Journal } from "../store/store.ts";

/** Names of ended executions stay reserved for 90 days, in milliseconds. */
const NAME_TAKEN_FOR = 90 * 24 * 3600 * 1000;

export type Start = { name?: string; input: string; traceHeader?: string; startedBy?: string };

/** The executions: running ones as runs in memory, all of them in the store. */
export class Executions {
  readonly #services: Services;
  readonly #machines: Machines;
  readonly #runs = new Map<string, Run>();
  readonly #bySequence = new Map<number, Run>();
  #sequence: number;

  constructor(services: Services, machines: Machines) {
    this.#services = services;
    this.#machines = machines;
    this.#sequence = services.store.nextSequence();
  }

  get runs(): Iterable<Run> {
    return this.#runs.values();
  }

  /** Returns the record of the running execution, new or existing. */
  async start(
    revision: RevisionRecord,
    { name = randomUUID(), input, ...more }: Start,
  ): Promise<Run | ExecutionRecord> {
    checkName(name);
    checkInput(input);
    const arn = executionArn(revision.machineArn, name);
    const existing = this.#existing(arn);
    if (existing) {
      const isSame = existing.status === "RUNNING" && existing.input === input;
      const isOurs = more.startedBy !== undefined && existing.startedBy === more.startedBy;
      if (isSame || isOurs) return this.#runs.get(arn) ?? existing;
      throw new ApiError("ExecutionAlreadyExists", `Execution Already Exists: '${arn}'`);
    }
    const sequence = this.#sequence++;
    const { TimeoutSeconds } = this.#machines.definitionOf(revision);
    const record = newRecord(
      revision,
      { ...more, sequence, arn, name, input },
      this.#services.clock.now(),
      TimeoutSeconds,
    );
    const run = this.#add(record);
    await run.post(() => begin(run));
    return run;
  }

  /** The execution that reserves a name, unless the reservation has expired. */
  #existing(arn: string): ExecutionRecord | undefined {
    const existing = this.find(arn);
    if (!existing || existing.stopDate === null) return existing;
    if (this.#services.clock.now() - existing.stopDate <= NAME_TAKEN_FOR) return existing;
    this.#services.store.deleteExecution(existing.sequence);
    return undefined;
  }

  #add(record: ExecutionRecord, journal?: Journal): Run {
    const revision = this.#machines.revision(record.revisionId);
    const run = new Run(this.#services, record, revision, this.#machines.definitionOf(revision), journal);
    this.#runs.set(record.arn, run);
    this.#bySequence.set(record.sequence, run);
    return run;
  }

  /** Loads an execution from the store into memory. */
  #load(record: ExecutionRecord): Run {
    return this.#add(record, this.#services.store.journal(record.sequence));
  }

  find(arn: string): ExecutionRecord | undefined {
    return this.#runs.get(arn)?.record ?? this.#services.store.execution(arn);
  }

  /** The record of an execution, running or ended. Throws ApiError. */
  get(arn: string): ExecutionRecord {
    checkArn(arn, "execution");
    const record = this.find(arn);
    if (!record) throw new ApiError("ExecutionDoesNotExist", `Execution Does Not Exist: '${arn}'`);
    return record;
  }

  run(arn: string): Run | undefined {
    return this.#runs.get(arn);
  }

  /** The running execution of a task token. */
  runOf(sequence: number): Run | undefined {
    return this.#bySequence.get(sequence);
  }

  /** Whether an execution of this number ever existed. */
  isKnown(sequence: number): boolean {
    return sequence < this.#sequence;
  }

  async stop(arn: string, reason: { error?: string; cause?: string }): Promise<ExecutionRecord> {
    const run = this.#runs.get(this.get(arn).arn);
    if (!run) return this.get(arn);
    await run.post(() => {
      if (run.record.status === "RUNNING") finish(run, "ABORTED", reason);
    });
    return run.record;
  }

  /** Goes on with what the store holds: calls are made again, timers armed, notices given. */
  async resume(): Promise<void> {
    for (const record of this.#services.store.openExecutions()) {
      const run = this.#load(record);
      if (record.status === "RUNNING") goOn(run);
      else run.effects.push(() => this.#services.changed(run, record.status));
    }
    await Promise.all([...this.#runs.values()].map((run) => run.post(() => undefined)));
  }

  forget(run: Run): void {
    if (this.#runs.get(run.record.arn) !== run) return;
    this.#runs.delete(run.record.arn);
    this.#bySequence.delete(run.record.sequence);
  }
}
