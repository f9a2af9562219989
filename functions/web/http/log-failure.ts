import { logger } from "../../adapters/shared/observability.ts";
import { NamedFailure } from "../../domain/errors.ts";

/** The stack frames of an error, without its message. */
const placesOf = ({ stack = "" }: Error) =>
  stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());

/**
 * Logs a failed request. A named failure has a code with keys; any other message may contain typed text and is left
 * out.
 */
export function logFailure(error: Error): void {
  const code = error instanceof NamedFailure ? { code: error.message } : {};
  logger.error("REQUEST_FAILED", { name: error.name, ...code, places: placesOf(error) });
}
