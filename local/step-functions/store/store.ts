import type { Branch, ExecutionRecord, HistoryEvent, MachineRecord, RevisionRecord } from "./records.ts";

/** What is kept by its ARN (a revision by its id), of each kind. */
export type Resources = {
  machine: MachineRecord;
  revision: RevisionRecord;
};
export type ResourceKind = keyof Resources;

/** What one step of an execution changes. */
export type Step = { events: HistoryEvent[]; branches: Branch[]; removed: number[] };

/** What the steps of an execution add up to. Branches in order of their ids. */
export type Journal = { branches: Branch[]; lastEventId: number };

/** The state of the service: its resources, and the executions with their histories. */
export interface Store {
  resource<Kind extends ResourceKind>(kind: Kind, arn: string): Resources[Kind] | undefined;
  /** In order of ARN. */
  resources<Kind extends ResourceKind>(kind: Kind): Resources[Kind][];
  putResource<Kind extends ResourceKind>(kind: Kind, arn: string, body: Resources[Kind]): void;
  deleteResource(arn: string): void;

  /** Above every sequence given so far. */
  nextSequence(): number;
  execution(arn: string): ExecutionRecord | undefined;
  /** Newest first. */
  executionsOf(machineArn: string): ExecutionRecord[];
  /** What has to go on after opening: running, or ended but not told. */
  openExecutions(): ExecutionRecord[];
  events(sequence: number): HistoryEvent[];
  journal(sequence: number): Journal;
  deleteExecution(sequence: number): void;

  /**
   * Adds a step to an execution; with `changed` also writes its record. What was written is safe once this returns or
   * the promise it returns resolves; until then the caller leaves step and record as they are.
   */
  commit(execution: ExecutionRecord, step: Step, changed?: ExecutionRecord): void | Promise<void>;
  /** The end of an execution was told outside. */
  told(execution: ExecutionRecord): void;
  close(): void;
}
