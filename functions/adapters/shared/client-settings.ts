/** In milliseconds. */
const CONNECTION_TIMEOUT = 2_000;
const REQUEST_TIMEOUT = 6_000;

/**
 * How every client of the SDK calls its service. A function runs 28 seconds or more: three attempts without an answer
 * end within it, so the caller hears of a failure, instead of being ended half-way. The SDK's own default waits for a
 * connection that hangs until the function itself ends.
 */
export const CLIENT_SETTINGS = {
  /** The SDK repeats what is transient, with backoff and jitter. */
  maxAttempts: 3,
  requestHandler: {
    connectionTimeout: CONNECTION_TIMEOUT,
    requestTimeout: REQUEST_TIMEOUT,
    /** Without it the SDK only warns. */
    throwOnRequestTimeout: true,
    /** A connection on which nothing moves: an answer that stops half-way. */
    socketTimeout: REQUEST_TIMEOUT,
  },
};

/** For a call that sends a large file, which is answered only once all of it has arrived. */
export const LARGE_FILE = { requestTimeout: 25_000 };
