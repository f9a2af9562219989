import { GiveUp, NamedFailure, RetryLater } from "../../domain/errors.ts";
import { isTransient } from "./transient-errors.ts";

/** External service, as the error codes name it. */
export type Service = "TABLE" | "BUCKET" | "MAIL" | "WORKFLOW" | "SECRET";

/**
 * Translates an error of an external service: `RetryLater` for a transient error, otherwise `GiveUp`. `keys` identify
 * the item concerned and hold no text that a person typed.
 */
export function asOurs(service: Service, error: unknown, keys: Record<string, string>): unknown {
  if (!(error instanceof Error) || error instanceof NamedFailure) return error;
  if (isTransient(error)) return new RetryLater(`${service}_UNAVAILABLE`, keys, asCause(error));
  return new GiveUp(`${service}_REFUSED`, { ...keys, error: error.name }, asCause(error));
}

/**
 * The cause for an AWS SDK error: name, message and stack only. The SDK attaches the whole request and response to its
 * errors; these hold personal data, which must not reach a log.
 */
export function asCause(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return undefined;
  const cause = new Error(error.message);
  cause.name = error.name;
  cause.stack = error.stack;
  return cause;
}
