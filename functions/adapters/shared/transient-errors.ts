/**
 * The single list of transient errors of all services: a retry can succeed. The adapters throw `RetryLater` for these
 * and `GiveUp` for all others (docs/errors.md).
 */

/** Error names of services, the SDK and fetch, without the suffix `Exception`, `Error` or `Fault`. */
const NAMES = new Set([
  // Throttling: too many calls, or too much data at once.
  ...["Throttling", "Throttled", "RequestThrottled", "KmsThrottling", "KMS.Throttling", "SlowDown"],
  ...["TooManyRequests", "RequestLimitExceeded", "LimitExceeded", "BandwidthLimitExceeded"],
  ...["ProvisionedThroughputExceeded", "ExecutionLimitExceeded", "PriorRequestNotComplete"],
  // Failure or outage of the service.
  ...["Internal", "InternalFailure", "InternalServer", "InternalService", "Service", "ServiceUnavailable"],
  // Another call holds a lock on the resource.
  ...["TransactionInProgress", "OperationAborted", "ConditionalRequestConflict"],
  // Timeouts, including those of the SDK.
  ...["Timeout", "RequestTimeout", "RequestTimedOut", "ConnectTimeout", "HeadersTimeout", "BodyTimeout"],
  // Clock skew, or credentials about to be renewed.
  ...["RequestTimeTooSkewed", "RequestInTheFuture", "RequestExpired", "ExpiredToken"],
  // A request of which S3 got a part only.
  "IncompleteBody",
  // SES paused sending for the account; the mail itself is valid.
  ...["AccountSendingPaused", "ConfigurationSetSendingPaused", "SendingPaused"],
]);

/** Connections that were lost or never opened: error codes of Node and its fetch. */
const CODES = new Set([
  ...[
    "ECONNRESET",
    "ECONNREFUSED",
    "ECONNABORTED",
    "ETIMEDOUT",
    "ETIMEOUT",
    "EPIPE",
    "ENOTFOUND",
    "EAI_AGAIN",
  ],
  ...["EHOSTUNREACH", "EHOSTDOWN", "ENETUNREACH", "ENETDOWN", "ENETRESET", "EADDRNOTAVAIL"],
  ...["ERR_STREAM_PREMATURE_CLOSE", "ERR_SOCKET_CONNECTION_TIMEOUT", "ERR_SOCKET_CLOSED"],
  ...["ERR_STREAM_DESTROYED", "ENOTCONN", "ESHUTDOWN", "HPE_INVALID_EOF_STATE"],
  ...["UND_ERR_RES_CONTENT_LENGTH_MISMATCH", "EAI_FAIL", "EAI_NODATA"],
  ...["UND_ERR_SOCKET", "UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"],
  // An interrupted handshake, or no capacity for another connection.
  ...["EPROTO", "EMFILE", "ENFILE", "ENOBUFS", "UND_ERR_CLOSED", "UND_ERR_DESTROYED"],
]);

/** Request Timeout, Too Early, Too Many Requests. */
const STATUSES = [408, 425, 429];

/** Maximum depth of the chain of causes: an error may be its own cause. */
const DEEPEST = 10;

/** Whether a name or code indicates a transient error; the actions of a transaction use the same codes. */
export const isTransientName = (name: string): boolean =>
  CODES.has(name) || NAMES.has(name.replace(/(Exception|Error|Fault)$/, ""));

/** Checks the name, code, HTTP status and retry flag of the error and of its causes. */
export function isTransient(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > DEEPEST) return false;
  const names = ["name", "code", "Code"].map((key) => fieldOf(error, key));
  if (names.some((name) => typeof name === "string" && isTransientName(name))) return true;
  if (fieldOf(error, "$retryable") !== undefined || hasTransientStatus(error)) return true;
  const several = fieldOf(error, "errors");
  const causes: readonly unknown[] = Array.isArray(several) ? several : [];
  return [...causes, fieldOf(error, "cause")].some((cause) => isTransient(cause, depth + 1));
}

function hasTransientStatus(error: object): boolean {
  const metadata = fieldOf(error, "$metadata");
  const given =
    typeof metadata === "object" && metadata !== null ? fieldOf(metadata, "httpStatusCode") : undefined;
  return [given, fieldOf(error, "statusCode"), fieldOf(error, "status")].some(
    (status) => typeof status === "number" && (STATUSES.includes(status) || (status >= 500 && status < 600)),
  );
}

const fieldOf = (error: object, key: string): unknown => Reflect.get(error, key);
