import type { Json, JsonObject } from "../values/json.ts";

/** Records of the store. Times are in epoch milliseconds. */

export type ExecutionStatus = "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED";

export type MachineRecord = {
  arn: string;
  name: string;
  /** Id of the revision for new executions. */
  revisionId: string;
  createdAt: number;
};

/** The immutable definition of an execution: updating the state machine makes another revision. */
export type RevisionRecord = {
  id: string;
  machineArn: string;
  machineName: string;
  definition: string;
  roleArn: string;
  updatedAt: number;
  /** The revision of CreateStateMachine: the service shows no id for it, and calls it INITIAL. */
  isInitial?: boolean;
};

export type ExecutionRecord = {
  /** Order of starting; also the key of its branches and events. */
  sequence: number;
  arn: string;
  name: string;
  machineArn: string;
  revisionId: string;
  roleArn: string;
  status: ExecutionStatus;
  startDate: number;
  stopDate: number | null;
  input: string;
  output: string | null;
  error?: string;
  cause?: string;
  /** When it runs out of time. */
  deadline: number;
  traceHeader?: string;
  /** The task that started it, for a child execution. */
  startedBy?: string;
};

/** A line of states: the execution itself (0), a branch of a Parallel or an iteration of a Map. */
export type Branch = {
  id: number;
  /** The branch of the enclosing Parallel or Map; null for the execution itself. */
  parent: number | null;
  /** Index of the branch or item. */
  index: number;
  /** The item of an iteration. */
  item?: Json;
  variables: JsonObject;
  /** Id of the last event, for previousEventId of the next. */
  previous: number;
  /** The current state; absent before an iteration starts and after the end. */
  visit?: Visit;
  /** Result of an ended branch. */
  output?: Json;
};

/** `call`: a function or child is being called. `token`, `child`, `branches`, `wait`, `retry`: waiting for that. */
export type Phase = "begin" | "call" | "token" | "child" | "branches" | "wait" | "retry";

export type Visit = {
  state: string;
  input: Json;
  enteredAt: number;
  /** Event ids of the entering and of the event before it. */
  enteredId: number;
  enteredPrevious: number;
  phase: Phase;
  /** Retries so far, in total and per retrier. */
  retryCount: number;
  retries: number[];
  /** Number of the attempt, to recognise answers to earlier ones. */
  attempt: number;
  /** For an active Task. */
  task?: TaskAttempt;
  /** End of a wait or of a retry delay. */
  wakeAt?: number;
  /** For an active Map: maximum number of concurrent iterations. */
  concurrency?: number;
};

export type TaskAttempt = {
  arguments: Json;
  /** The role that makes the call. */
  roleArn: string;
  token?: string;
  /** Name of the child execution, chosen before the call, so that a repeated call starts no second one. */
  childName?: string;
  /** ARN of the execution that a `.sync` task waits for. */
  child?: string;
  timeoutAt?: number;
  heartbeatSeconds?: number;
  heartbeatAt?: number;
  /** An answer to the token that arrived during the call. */
  answer?: TokenAnswer;
};

export type TokenAnswer = { output: Json } | { error: string | null; cause: string | null };

/** An event in the format of GetExecutionHistory, but with its time in milliseconds. */
export type HistoryEvent = {
  id: number;
  previousEventId: number;
  timestamp: number;
  type: string;
  [details: `${string}EventDetails`]: { [field: string]: unknown };
};
