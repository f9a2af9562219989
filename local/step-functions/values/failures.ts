/** A refused API call: status 400 and `{ __type, message }`, with the service's names. */
export class ApiError extends Error {
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** Error and cause of a failed state. `null`: SendTaskFailure omitted it. `undefined`: the service has none. */
export type Failure = {
  error?: string | null;
  cause?: string | null;
  /** A missing heartbeat: reported as States.Timeout, and also matched by States.HeartbeatTimeout. */
  heartbeat?: boolean;
  /** The state's own data are too large: matched by name only, never by States.ALL. */
  terminal?: boolean;
};

/** Thrown by a failing state, after its event was recorded, if there is one. */
export class StateFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`${failure.error ?? ""}: ${failure.cause ?? ""}`);
    this.failure = failure;
  }
}

/** Thrown when a field of a state cannot be evaluated; becomes an EvaluationFailed event. */
export class EvaluationError extends Error {
  /** The field, as in `Output/result`; absent where the service has none. */
  readonly location: string | undefined;

  /** `message`: the problem, without the introduction about state and event. */
  constructor(message: string, location?: string) {
    super(message);
    this.location = location;
  }
}

export const HISTORY_FULL = {
  error: "States.Runtime",
  cause: "The execution reached the maximum number of history events (25000).",
} as const satisfies Failure;

export const dataLimitExceeded = (name: string): Failure => ({
  error: "States.DataLimitExceeded",
  cause: `The state/task '${name}' returned a result with a size exceeding the maximum number of bytes service limit.`,
});
