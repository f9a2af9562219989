import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { messageOf } from "../ui/form/problems.nl.ts";
import { refusedStatus } from "../http/refused-status.ts";
import { wordsOf } from "../ui/refusal-words.ts";
import { HeldBack, REFUSALS, type RefusalKind, WrongInput } from "../http/refusals.ts";
import type { Reason } from "../../domain/verdict.ts";
import { webTexts } from "../ui/texts.nl.ts";

/** What is wrong with one field, or which rule refuses. */
export type ProblemEntry = { field?: string; rule?: string; message: string };

/** RFC 9457, with all that is wrong at once. */
export function problem(
  c: Context,
  status: ContentfulStatusCode,
  body: { code: string; title: string; detail?: string; errors?: ProblemEntry[] },
): Response {
  return c.body(JSON.stringify({ type: "about:blank", status, ...body }), status, {
    "content-type": "application/problem+json; charset=utf-8",
  });
}

/** A refusal as a problem; of input of the wrong shape it lists what is wrong, by field. */
export function refuseAsProblem(c: Context, kind: RefusalKind, error?: Error): Response {
  if (error instanceof HeldBack) return refusedByRules(c, error.reasons, 422);
  const { title, paragraphs } = wordsOf(kind, error);
  if (kind === "sign-in") c.header("www-authenticate", "Bearer");
  const errors =
    error instanceof WrongInput
      ? error.issues.map((issue) => ({
          field: issue.path.map(String).join("."),
          message: messageOf(issue, "text", false),
        }))
      : undefined;
  return problem(c, REFUSALS[kind], { code: kind, title, detail: paragraphs.join(" "), errors });
}

export const refusedByRules = (c: Context, reasons: readonly Reason[], otherwise: 409 | 422) => {
  const status = refusedStatus(c, reasons, otherwise);
  return problem(c, status, {
    code: status === 429 ? "too-often" : "refused",
    title: reasons[0]?.message ?? webTexts.refusals.conflict.title,
    errors: reasons.map(({ rule, message, field }) => ({ rule, message, field })),
  });
};
