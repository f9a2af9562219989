import { logger } from "../../adapters/shared/observability.ts";
import { NamedFailure } from "../../domain/errors.ts";

/** The places in the code that an error came through, without its message. */
const placesOf = ({ stack = "" }: Error) =>
  stack
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());

/** A failed request in the log: our own errors say a code with keys; of any other the message may hold what a person typed. */
export function logFailure(error: Error): void {
  const code = error instanceof NamedFailure ? { code: error.message } : {};
  logger.error("REQUEST_FAILED", { name: error.name, ...code, places: placesOf(error) });
}
