import type { Clock } from "../../foundation/clock.ts";
import type { InvokeLambda } from "../integrations/lambda.ts";
import type { MemoryStore } from "../store/memory-store.ts";
import type { StatusChange } from "./status-change.ts";

export type StepFunctionsOptions = {
  clock: Clock;
  /** Path of the SQLite file, ":memory:", or a store in memory. */
  file: string | MemoryStore;
  region: string;
  account: string;
  invokeLambda: InvokeLambda;
  /** Throws where the role of a state machine lacks a permission. */
  authorize?(call: { action: string; resource: string; roleArn: string }): void;
  /** Called after every committed change of status; called again if the process ended in between. */
  onStatusChange?(event: StatusChange): void;
};
