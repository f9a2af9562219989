import type { Context } from "hono";
import type * as z from "zod";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { codeOf, messageOf, type ProblemCode } from "../ui/form/problems.nl.ts";
import { refusedStatus } from "../http/refused-status.ts";
import { wordsOf } from "../ui/refusal-words.ts";
import { HeldBack, REFUSALS, type RefusalKind, WrongInput } from "../http/refusals.ts";
import type { Reason, Verdict } from "../../domain/verdict.ts";
import { refusalTexts } from "../ui/refusals.nl.ts";

/** A problem with one field, which has a `code`, or a refusal by a rule, which has the id of the rule. */
export type ProblemEntry = { field?: string; rule?: string; code?: ProblemCode; message: string };

/** Codes of refusals by an act. The other codes are the kinds of refusal (refusals.ts). */
const ACT_CODES = ["refused", "closed", "already-decided", "decided-by-you"] as const;
/** Kinds of refusal that only pages give. */
const OF_PAGES = [
  "not-your-form",
  "form-expired",
  "link-unknown",
  "page-asked",
  "form-reused",
  "broken-text",
];
export type ProblemKind = RefusalKind | (typeof ACT_CODES)[number];
/** Every `code` of a problem document. */
export const PROBLEM_KINDS: readonly string[] = [
  ...Object.keys(REFUSALS).filter((kind) => !OF_PAGES.includes(kind)),
  ...ACT_CODES,
];

/** The URI that identifies a kind of problem (RFC 9457, 3.1.1). It cannot be opened. */
export const problemType = (code: string): string => `urn:led-onboarding:problem:${code}`;

/** Why an operation is refused. `reasons`: from rules and limits; a limit makes the status 429. */
export class Problem {
  readonly status: 409 | 422;
  readonly body: { code: ProblemKind; title: string; detail?: string; errors?: ProblemEntry[] };
  readonly reasons: readonly Reason[];

  constructor(status: 409 | 422, body: Problem["body"], reasons: readonly Reason[] = []) {
    this.status = status;
    this.body = body;
    this.reasons = reasons;
  }
}

/** A problem document (RFC 9457) with all problems at once. */
const problem = (c: Context, status: ContentfulStatusCode, body: Problem["body"]): Response =>
  c.body(JSON.stringify({ type: problemType(body.code), status, ...body }), status, {
    "content-type": "application/problem+json; charset=utf-8",
  });

export function serveProblem(c: Context, { status: otherwise, body, reasons }: Problem): Response {
  const status = refusedStatus(c, reasons, otherwise);
  return problem(c, status, status === 429 ? { ...body, code: "too-often" } : body);
}

const entryOf = ({ field, rule, code, message }: ProblemEntry): ProblemEntry => ({
  field,
  rule,
  code,
  message,
});

/** A refusal of input: problems by field, and refusals by rules. */
export const refusedFields = (errors: readonly ProblemEntry[], reasons: readonly Reason[] = []): Problem =>
  new Problem(422, { code: "refused", title: refusalTexts.refused, errors: errors.map(entryOf) }, reasons);

/** A program reads the description of the API, not a form. */
function messageFor(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return refusalTexts.nameUnknown;
  const isOfSize = issue.code === "too_big" || issue.code === "too_small" || issue.code === "custom";
  return isOfSize ? messageOf(issue, { widget: "text", label: "" }, false) : refusalTexts.valueUnknown;
}

/** Shape errors, by field. */
export const entriesOf = (issues: readonly z.core.$ZodIssue[]): ProblemEntry[] =>
  issues.flatMap((issue) => {
    const names =
      issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    return names.map((path) => ({
      field: path.map(String).join("."),
      code: codeOf(issue, false),
      message: messageFor(issue),
    }));
  });

export const refusedByRules = (reasons: readonly Reason[], status: 409 | 422 = 409): Problem =>
  new Problem(
    status,
    {
      code: "refused",
      title: reasons[0]?.message ?? refusalTexts.refusals.conflict.title,
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
