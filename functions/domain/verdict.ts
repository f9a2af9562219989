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

/** A rule read a field that is still wrong or blank (known-fields.ts). */
export class UnknownField extends Error {
  constructor(field: string) {
    super(field);
    this.name = "UnknownField";
  }
}

/** The verdict of a rule; allowed for now where it needs a field that is still wrong or blank. */
export function ifKnown(rule: () => Verdict): Verdict {
  try {
    return rule();
  } catch (error) {
    if (error instanceof UnknownField) return allowed;
    throw error;
  }
}

/** Allowed when every verdict is; otherwise all reasons of all refusals. A rule is judged apart from the others. */
export function allOf(...rules: (Verdict | (() => Verdict))[]): Verdict {
  const verdicts = rules.map((rule) => (typeof rule === "function" ? ifKnown(rule) : rule));
  const reasons = verdicts.flatMap((verdict) => (verdict.allowed ? [] : verdict.reasons));
  return reasons.length === 0 ? allowed : { allowed: false, reasons };
}
