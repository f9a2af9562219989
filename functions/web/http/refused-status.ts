import type { Context } from "hono";
import type { Reason } from "../../domain/verdict.ts";

/** The status of a refusal by rules: 429 for a limit, with the seconds until it is possible again. */
export function refusedStatus<Otherwise extends 409 | 422>(
  c: Context,
  reasons: readonly Reason[],
  otherwise: Otherwise,
): Otherwise | 429 {
  const waits = reasons.flatMap(({ retryAfter }) => retryAfter ?? []);
  if (waits.length === 0) return otherwise;
  c.header("retry-after", String(Math.max(...waits)));
  return 429;
}
