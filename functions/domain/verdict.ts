/**
 * Why something is refused: the id of the rule (docs/rules.md), and a sentence in the language of the reader.
 * `retryAfter`: for a limit, the seconds until it is possible again.
 */
export type Reason = { rule: string; message: string; field?: string; retryAfter?: number };

/** The answer of a business rule. A refusal is a value with all its reasons, never an exception. */
export type Verdict = { allowed: true } | { allowed: false; reasons: Reason[] };

export const allowed: Verdict = { allowed: true };

export const refused = (rule: string, message: string, field?: string): Verdict => ({
  allowed: false,
  reasons: [{ rule, message, field }],
});

/** Allowed when every verdict is; otherwise all reasons of all refusals. */
export function allOf(...verdicts: Verdict[]): Verdict {
  const reasons = verdicts.flatMap((verdict) => (verdict.allowed ? [] : verdict.reasons));
  return reasons.length === 0 ? allowed : { allowed: false, reasons };
}
