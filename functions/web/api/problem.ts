import type { Context } from "hono";
import type * as z from "zod";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { messageOf } from "../ui/form/problems.nl.ts";
import { refusedStatus } from "../http/refused-status.ts";
import { wordsOf } from "../ui/refusal-words.ts";
import { HeldBack, REFUSALS, type RefusalKind, WrongInput } from "../http/refusals.ts";
import type { Reason, Verdict } from "../../domain/verdict.ts";
import { webTexts } from "../ui/texts.nl.ts";

/** A problem with one field, or a refusal by a rule. */
export type ProblemEntry = { field?: string; rule?: string; message: string };

/** Why an operation is refused. `reasons`: from rules and limits; a limit makes the status 429. */
export class Problem {
  readonly status: 409 | 422;
  readonly body: { code: string; title: string; detail?: string; errors?: ProblemEntry[] };
  readonly reasons: readonly Reason[];

  constructor(status: 409 | 422, body: Problem["body"], reasons: readonly Reason[] = []) {
    this.status = status;
    this.body = body;
    this.reasons = reasons;
  }
}

/** A problem document (RFC 9457) with all problems at once. */
const problem = (c: Context, status: ContentfulStatusCode, body: Problem["body"]): Response =>
  c.body(JSON.stringify({ type: "about:blank", status, ...body }), status, {
    "content-type": "application/problem+json; charset=utf-8",
  });

export function serveProblem(c: Context, { status: otherwise, body, reasons }: Problem): Response {
  const status = refusedStatus(c, reasons, otherwise);
  return problem(c, status, status === 429 ? { ...body, code: "too-often" } : body);
}

const entryOf = ({ field, rule, message }: ProblemEntry): ProblemEntry => ({ field, rule, message });

/** A refusal of input: problems by field, and refusals by rules. */
export const refusedFields = (errors: readonly ProblemEntry[], reasons: readonly Reason[] = []): Problem =>
  new Problem(422, { code: "refused", title: webTexts.refused, errors: errors.map(entryOf) }, reasons);

/** Shape errors, by field. */
export const entriesOf = (issues: readonly z.core.$ZodIssue[]): ProblemEntry[] =>
  issues.map((issue) => ({
    field: issue.path.map(String).join("."),
    message: messageOf(issue, "text", false),
  }));

export const refusedByRules = (reasons: readonly Reason[], status: 409 | 422 = 409): Problem =>
  new Problem(
    status,
    {
      code: "refused",
      title: reasons[0]?.message ?? webTexts.refusals.conflict.title,
      errors: reasons.map(entryOf),
    },
    reasons,
  );

/** Undefined where the verdict allows. */
export const unlessRefused = (verdict: Verdict): Problem | undefined =>
  verdict.allowed ? undefined : refusedByRules(verdict.reasons);

/** Answers a refusal as a problem document; for input of the wrong shape it lists the problems by field. */
export function refuseAsProblem(c: Context, kind: RefusalKind, error?: Error): Response {
  if (error instanceof HeldBack) return serveProblem(c, refusedByRules(error.reasons, 422));
  const { title, paragraphs } = wordsOf(kind, error);
  if (kind === "sign-in") c.header("www-authenticate", "Bearer");
  const errors = error instanceof WrongInput ? entriesOf(error.issues) : undefined;
  return problem(c, REFUSALS[kind], { code: kind, title, detail: paragraphs.join(" "), errors });
}
