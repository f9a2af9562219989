import { GiveUp, NamedFailure, RetryLater } from "../../domain/errors.ts";
import { isTransient } from "./transient-errors.ts";

/** A service outside, as the codes of our errors name it. */
export type Service = "TABLE" | "BUCKET" | "MAIL" | "WORKFLOW" | "SECRET";

/**
 * What a service outside threw, as one of our errors: `RetryLater` where it passes by itself, else `GiveUp`. `keys` say
 * what it was about, never what a person typed.
 */
export function asOurs(service: Service, error: unknown, keys: Record<string, string>): unknown {
  if (!(error instanceof Error) || error instanceof NamedFailure) return error;
  if (isTransient(error)) return new RetryLater(`${service}_UNAVAILABLE`, keys, asCause(error));
  return new GiveUp(`${service}_REFUSED`, { ...keys, error: error.name }, asCause(error));
}

/**
 * An error of the AWS SDK as a cause: name, message and stack. The SDK hangs the whole request and response on its
 * errors, and with them data of people, which must not reach a log.
 */
export function asCause(error: unknown): Error | undefined {
  if (!(error instanceof Error)) return undefined;
  const cause = new Error(error.message);
  cause.name = error.name;
  cause.stack = error.stack;
  return cause;
}
