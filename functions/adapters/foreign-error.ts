/**
 * An error of the AWS SDK as a cause: name, message and stack. The SDK hangs the whole request and response on its
 * errors, and with them data of people, which must not reach a log.
 */
export function asCause(error: Error): Error {
  const cause = new Error(error.message);
  cause.name = error.name;
  cause.stack = error.stack;
  return cause;
}
