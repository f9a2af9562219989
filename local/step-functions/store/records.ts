import type { Json, JsonObject } from "../values/json.ts";

/** What the store keeps. Times are epoch milliseconds. */

export type ExecutionStatus = "RUNNING" | "SUCCEEDED" | "FAILED" | "TIMED_OUT" | "ABORTED";

export type MachineRecord = {
  arn: string;
  name: string;
  /** Id of the revision that new executions run. */
  revisionId: string;
  createdAt: number;
};

/** What an execution keeps for its whole life: updating the state machine makes another revision. */
export type RevisionRecord = {
  id: string;
  machineArn: string;
  machineName: string;
  definition: string;
  roleArn: string;
  updatedAt: number;
  /** That of CreateStateMachine: the service shows no id of it, and calls it INITIAL. */
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
  /** The task that started it, when a state machine did. */
  startedBy?: string;
};

/** One line of states under way: the execution itself (0), a branch of a Parallel or an iteration of a Map. */
export type Branch = {
  id: number;
  /** The branch whose Parallel or Map this one belongs to; null for the execution itself. */
  parent: number | null;
  /** Place among the branches or items. */
  index: number;
  /** The item of an iteration. */
  item?: Json;
  variables: JsonObject;
  /** Id of the event before the next one, as the history's previousEventId has it. */
  previous: number;
  /** The state it is in; absent before an iteration starts and after the end. */
  visit?: Visit;
  /** Result of a branch that ended. */
  output?: Json;
};

/** `call`: a function or child is being called. `token`, `child`, `branches`, `wait`, `retry`: waiting for that. */
export type Phase = "begin" | "call" | "token" | "child" | "branches" | "wait" | "retry";

export type Visit = {
  state: string;
  input: Json;
  enteredAt: number;
  /** Event ids of the entering and of the one before it. */
  enteredId: number;
  enteredPrevious: number;
  phase: Phase;
  /** Retries so far, in all and per retrier. */
  retryCount: number;
  retries: number[];
  /** Counts the attempts, so that an answer to an earlier one is recognised. */
  attempt: number;
  /** Of a Task under way. */
  task?: TaskAttempt;
  /** When a wait or a retry's delay is over. */
  wakeAt?: number;
  /** Of a Map under way: how many iterations may run at once. */
  concurrency?: number;
};

export type TaskAttempt = {
  arguments: Json;
  /** The role that the call is made with. */
  roleArn: string;
  token?: string;
  /** Name of the execution to start: chosen before the call, so that a call made again starts no second one. */
  childName?: string;
  /** ARN of the execution that a `.sync` task waits for. */
  child?: string;
  timeoutAt?: number;
  heartbeatSeconds?: number;
  heartbeatAt?: number;
  /** An answer to the token that came while the call itself was still under way. */
  answer?: TokenAnswer;
};

export type TokenAnswer = { output: Json } | { error: string | null; cause: string | null };

/** An event in the shape that GetExecutionHistory answers, but with its time in milliseconds. */
export type HistoryEvent = {
  id: number;
  previousEventId: number;
  timestamp: number;
  type: string;
  [details: `${string}EventDetails`]: { [field: string]: unknown };
};
