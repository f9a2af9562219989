/**
 * The one list of transient errors: what passes by itself when it is tried again, at any service. The adapters throw
 * `RetryLater` for these and `GiveUp` for everything else (docs/errors.md).
 */

/** Names that services, the SDK and fetch give, without the ending `Exception`, `Error` or `Fault`. */
const NAMES = new Set([
  // Too many calls at once, or too much at once.
  ...["Throttling", "Throttled", "RequestThrottled", "KmsThrottling", "KMS.Throttling", "SlowDown"],
  ...["TooManyRequests", "RequestLimitExceeded", "LimitExceeded", "BandwidthLimitExceeded"],
  ...["ProvisionedThroughputExceeded", "ExecutionLimitExceeded", "PriorRequestNotComplete"],
  // The service itself fails, or is away.
  ...["Internal", "InternalFailure", "InternalServer", "InternalService", "Service", "ServiceUnavailable"],
  // Another call holds what this one needs.
  ...["TransactionInProgress", "OperationAborted", "ConditionalRequestConflict"],
  // No answer in time; also from the SDK's own clock.
  ...["Timeout", "RequestTimeout", "RequestTimedOut", "ConnectTimeout", "HeadersTimeout", "BodyTimeout"],
  // A clock that jumped, or credentials that are about to be renewed.
  ...["RequestTimeTooSkewed", "RequestInTheFuture", "RequestExpired", "ExpiredToken"],
  // SES sends nothing for the account for now: the mail itself is in order.
  ...["AccountSendingPaused", "ConfigurationSetSendingPaused", "SendingPaused"],
]);

/** A connection that was lost, or never came about: the codes of Node, and of its fetch. */
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
  ...["ERR_STREAM_PREMATURE_CLOSE", "ERR_SOCKET_CONNECTION_TIMEOUT"],
  ...["UND_ERR_SOCKET", "UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"],
  // A handshake that was cut, and no room for one more connection.
  ...["EPROTO", "EMFILE", "ENFILE", "ENOBUFS", "UND_ERR_CLOSED", "UND_ERR_DESTROYED"],
]);

/** Request Timeout, Too Many Requests. */
const STATUSES = [408, 429];

/** How deep causes are followed: an error may even be its own cause. */
const DEEPEST = 10;

/** Whether a name or code stands for something that passes, as it is also said of an action of a transaction. */
export const isTransientName = (name: string): boolean =>
  CODES.has(name) || NAMES.has(name.replace(/(Exception|Error|Fault)$/, ""));

/** Judges by name, code, HTTP status and the SDK's own mark, of the error and of everything that caused it. */
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
