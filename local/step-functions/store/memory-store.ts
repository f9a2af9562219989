import type { Branch, ExecutionRecord, HistoryEvent } from "./records.ts";
import type { Journal, ResourceKind, Resources, Step, Store } from "./store.ts";

type Kept = { record: ExecutionRecord; branches: Map<number, Branch>; events: HistoryEvent[] };
type ResourceMaps = { [Kind in ResourceKind]: Map<string, Resources[Kind]> };

/**
 * Keeps the state in memory until the process ends. Nothing is recovered, so nothing is serialised, and callers get the
 * stored objects themselves.
 */
export class MemoryStore implements Store {
  #resources: ResourceMaps = {
    machine: new Map(),
    revision: new Map(),
  };
  /** In order of sequence, which is the order of starting. */
  #executions = new Map<number, Kept>();
  #sequences = new Map<string, number>();

  /** A store with the same state, while no execution moves: another engine continues from it. */
  copy(): MemoryStore {
    const copy = new MemoryStore();
    copy.#resources = structuredClone(this.#resources);
    copy.#executions = structuredClone(this.#executions);
    copy.#sequences = structuredClone(this.#sequences);
    return copy;
  }

  resource<Kind extends ResourceKind>(kind: Kind, arn: string): Resources[Kind] | undefined {
    return this.#resources[kind].get(arn);
  }

  resources<Kind extends ResourceKind>(kind: Kind): Resources[Kind][] {
    const inOrder = [...this.#resources[kind]].sort(([a], [b]) => (a < b ? -1 : 1));
    return inOrder.map(([, resource]) => resource);
  }

  putResource<Kind extends ResourceKind>(kind: Kind, arn: string, body: Resources[Kind]): void {
    this.#resources[kind].set(arn, body);
  }

  deleteResource(arn: string): void {
    for (const kept of Object.values(this.#resources)) kept.delete(arn);
  }

  nextSequence(): number {
    return Math.max(0, ...this.#executions.keys()) + 1;
  }

  execution(arn: string): ExecutionRecord | undefined {
    const sequence = this.#sequences.get(arn);
    return sequence === undefined ? undefined : this.#executions.get(sequence)?.record;
  }

  executionsOf(machineArn: string): ExecutionRecord[] {
    const records = Array.from(this.#executions.values(), ({ record }) => record);
    return records.filter((record) => record.machineArn === machineArn).reverse();
  }

  openExecutions(): ExecutionRecord[] {
    const records = Array.from(this.#executions.values(), ({ record }) => record);
    return records.filter(({ status }) => status === "RUNNING");
  }

  events(sequence: number): HistoryEvent[] {
    return this.#executions.get(sequence)?.events ?? [];
  }

  journal(sequence: number): Journal {
    const { branches = new Map<number, Branch>(), events = [] } = this.#executions.get(sequence) ?? {};
    const inOrder = [...branches.values()].sort((a, b) => a.id - b.id);
    return { branches: inOrder, lastEventId: events.at(-1)?.id ?? 0 };
  }

  deleteExecution(sequence: number): void {
    const arn = this.#executions.get(sequence)?.record.arn;
    if (arn !== undefined) this.#sequences.delete(arn);
    this.#executions.delete(sequence);
  }

  commit(record: ExecutionRecord, { events, branches, removed }: Step): void {
    const kept = this.#keptOf(record);
    for (const event of events) kept.events.push(event);
    for (const id of removed) kept.branches.delete(id);
    for (const branch of branches) kept.branches.set(branch.id, branch);
  }

  #keptOf(record: ExecutionRecord): Kept {
    const known = this.#executions.get(record.sequence);
    if (known) return known;
    const kept: Kept = { record, branches: new Map(), events: [] };
    this.#executions.set(record.sequence, kept);
    this.#sequences.set(record.arn, record.sequence);
    return kept;
  }

  told(): void {
    // The process that ended the execution also reports it.
  }

  close(): void {
    // Memory ends with the process.
  }
}
