import type { Activity } from "../../foundation/activity.ts";
import type { Clock } from "../../foundation/clock.ts";
import type { Expressions } from "../expressions/expressions.ts";
import type { Branch, ExecutionStatus } from "../store/records.ts";
import type { Run } from "./run.ts";
import type { Store } from "../store/store.ts";

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
  /** Runs what is ready. */
  drain(run: Run): Promise<void>;
  /** Knows of all work under way. */
  activity: Activity;
  /** Counts a state transition. */
  entered(): void;
};
