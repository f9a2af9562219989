import type { Branch, ExecutionRecord, HistoryEvent, MachineRecord, RevisionRecord } from "./records.ts";

/** Records by ARN (a revision by its id), of each kind. */
export type Resources = {
  machine: MachineRecord;
  revision: RevisionRecord;
};
export type ResourceKind = keyof Resources;

/** The changes of one step of an execution. */
export type Step = { events: HistoryEvent[]; branches: Branch[]; removed: number[] };

/** The sum of the steps of an execution. Branches are in order of their ids. */
export type Journal = { branches: Branch[]; lastEventId: number };

/** The state of the service: its resources, and the executions with their histories. */
export interface Store {
  resource<Kind extends ResourceKind>(kind: Kind, arn: string): Resources[Kind] | undefined;
  /** In order of ARN. */
  resources<Kind extends ResourceKind>(kind: Kind): Resources[Kind][];
  putResource<Kind extends ResourceKind>(kind: Kind, arn: string, body: Resources[Kind]): void;
  deleteResource(arn: string): void;

  /** Greater than every sequence so far. */
  nextSequence(): number;
  execution(arn: string): ExecutionRecord | undefined;
  /** Newest first. */
  executionsOf(machineArn: string): ExecutionRecord[];
  /** Executions to resume after opening: running, or ended but not reported. */
  openExecutions(): ExecutionRecord[];
  events(sequence: number): HistoryEvent[];
  journal(sequence: number): Journal;
  deleteExecution(sequence: number): void;

  /**
   * Adds a step to an execution; with `changed` also writes its record. The write is durable when this returns or its
   * promise resolves; until then the caller must not change step and record.
   */
  commit(execution: ExecutionRecord, step: Step, changed?: ExecutionRecord): void | Promise<void>;
  /** The end of an execution was reported. */
  told(execution: ExecutionRecord): void;
  close(): void;
}
