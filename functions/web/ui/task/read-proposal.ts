import * as z from "zod";
import { cleanText } from "../../../domain/clean-text.ts";
import type { Proposed } from "../../../domain/decide.ts";
import type { TaskDefinition } from "../../../domain/task-definition.ts";
import type { Actor } from "../../../domain/people.ts";
import type { SeenValues } from "../../../domain/form-is-as-seen.ts";
import { describeForm } from "../../../domain/describe-form.ts";
import { problemsOf } from "../form/problems.nl.ts";
import { readValues } from "../form/read-values.ts";
import type { DecideResult } from "../../../tasks/decide-task.ts";
import type { Posted } from "./posted.ts";

const fieldsOf = (definition: TaskDefinition, outcome: string) => {
  const schema = Object.hasOwn(definition.outcomes, outcome) ? definition.outcomes[outcome] : undefined;
  return schema ? describeForm(schema, definition.texts.nl.fields) : [];
};

const Texts = z.record(z.string().min(1), z.string());
const Seen = z.record(z.string().min(1), z.union([z.string(), Texts]));

/** Values that the form copied from the dossier when it was opened, sent along as a hidden field (task-forms.tsx). */
function readSeen(form: URLSearchParams): SeenValues | undefined {
  try {
    return Seen.safeParse(JSON.parse(form.get("seen") ?? "")).data;
  } catch {
    return undefined;
  }
}

/** The outcome that identifies the form: its only one, or the first of several. */
const formOf = (form: URLSearchParams) => form.get("outcome") ?? form.get("sharedForm") ?? "";

/**
 * Reads a posted form as a proposed decision. In a form of several outcomes the button selects the outcome: without a
 * button nothing is decided, but the input is still read.
 */
export function readProposal(definition: TaskDefinition, form: URLSearchParams, by: Actor): Proposed {
  return {
    outcome: form.get("outcome") ?? "",
    fields: readValues(fieldsOf(definition, formOf(form)), form),
    documents: form.getAll("documents").filter((id) => id !== ""),
    by,
    onBehalfReason: cleanText(form.get("onBehalfReason") ?? "") || undefined,
    onBehalfMessage: form.get("onBehalfMessage") || undefined,
    noNationalNumber: form.get("noNationalNumber") === "true",
    seen: readSeen(form),
  };
}

/** Reads a posted form as a draft, stored under the outcome that identifies the form. */
export const readDraft = (definition: TaskDefinition, form: URLSearchParams, by: Actor): Proposed => ({
  ...readProposal(definition, form, by),
  outcome: formOf(form),
});

/** The form to show again, with its problems. An unknown outcome falls back on the first. */
export function postedAgain(
  definition: TaskDefinition,
  proposed: Proposed,
  found: Pick<Extract<DecideResult, { status: "refused" }>, "problems" | "reasons"> = {
    problems: [],
    reasons: [],
  },
): Posted {
  const outcome = Object.hasOwn(definition.outcomes, proposed.outcome)
    ? proposed.outcome
    : (Object.keys(definition.outcomes)[0] ?? "");
  return {
    outcome,
    values: proposed.fields,
    documents: proposed.documents,
    onBehalfReason: proposed.onBehalfReason,
    onBehalfMessage: proposed.onBehalfMessage,
    seen: proposed.seen,
    problems: problemsOf(fieldsOf(definition, outcome), proposed.fields, found),
  };
}
