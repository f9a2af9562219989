/** In milliseconds. */
const CONNECTION_TIMEOUT = 2_000;
const REQUEST_TIMEOUT = 6_000;

/**
 * Settings of every SDK client. A function runs at least 28 seconds, and three attempts without an answer end within
 * that time, so the caller gets an error before the function times out. The SDK's default waits for a hanging
 * connection until the function times out.
 */
export const CLIENT_SETTINGS = {
  /** The SDK retries transient errors with backoff and jitter. */
  maxAttempts: 3,
  requestHandler: {
    connectionTimeout: CONNECTION_TIMEOUT,
    requestTimeout: REQUEST_TIMEOUT,
    /** The SDK's default only logs a warning. */
    throwOnRequestTimeout: true,
    /** Timeout of an idle connection: an answer that stops half-way. */
    socketTimeout: REQUEST_TIMEOUT,
  },
};

/** Settings for the upload of a large file: the answer comes only after the whole file has arrived. */
export const LARGE_FILE = { requestTimeout: 25_000 };
