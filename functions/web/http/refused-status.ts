import type { Context } from "hono";
import type { Reason } from "../../domain/verdict.ts";

/** The status of what rules refuse: 429 where a limit does, with the seconds after which it is possible again. */
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
