/** Initial data of an execution environment. */
export type WorkerData = {
  file: string;
  exportPath: string[];
  /** Milliseconds from real to virtual time, in shared memory. */
  offset: Float64Array;
  /** Certificates of servers elsewhere that the function trusts beside the usual ones, as PEM. */
  trusted: readonly string[];
};

/** Message to an execution environment: one invocation. `payload` is the event as JSON. */
export type Invocation = { payload: string; context: Record<string, unknown>; timeoutMs: number };

/** Message from it: the answer as JSON, or an error that the handler did not catch. */
export type Outcome = { kind: "outcome"; payload: string; functionError?: string };
export type LogLine = { kind: "log"; text: string };
/** The code is loaded; the function's timeout starts now. */
export type Ready = { kind: "ready" };
export type FromWorker = Outcome | LogLine | Ready;

/** An error in Lambda's format. */
export type ErrorDescription = { errorType: string; errorMessage: string; trace: string[] };

export function describeError(error: unknown): ErrorDescription {
  if (!(error instanceof Error)) return { errorType: typeof error, errorMessage: String(error), trace: [] };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? "").split("\n") };
}

export function failure(errorType: string, errorMessage: string): Outcome {
  return {
    kind: "outcome",
    payload: JSON.stringify({ errorType, errorMessage }),
    functionError: "Unhandled",
  };
}
