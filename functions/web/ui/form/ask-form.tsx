import type { Child } from "hono/jsx";
import type * as z from "zod";
import { noNationalNumber } from "../../../domain/no-national-number.ts";
import type { FieldText } from "../../../domain/texts.ts";
import { allowed, type Reason } from "../../../domain/verdict.ts";
import { describeForm } from "../../../domain/describe-form.ts";
import { FormId } from "./form-id.tsx";
import { FormFields } from "./form-fields.tsx";
import { NationalNumberCheck } from "./national-number-check.tsx";
import { ProblemSummary } from "./problem-summary.tsx";
import { type Problem, problemsOf } from "./problems.nl.ts";
import { formTexts } from "./texts.nl.ts";
import { readValues } from "./read-values.ts";

/** A page with one form: its fields as a zod object, and its texts. */
export type Question<Schema extends z.ZodObject> = {
  schema: Schema;
  fields: Record<string, FieldText>;
  title: string;
  intro: string;
  button: string;
  /** The act cannot be undone, and its intro says what follows. */
  isFinal?: boolean;
};

/** A posted form: the input, its problems, and the value when there are none. */
export type Given<Schema extends z.ZodObject> = {
  values: Record<string, unknown>;
  problems: Problem[];
  answer?: z.output<Schema>;
};

const PREFIX = "ask-form";

export function readGiven<Schema extends z.ZodObject>(
  question: Question<Schema>,
  form: URLSearchParams,
): Given<Schema> {
  const fields = describeForm(question.schema, question.fields);
  const values = readValues(fields, form);
  const parsed = question.schema.safeParse(values);
  const privacy = form.get("noNationalNumber") === "true" ? allowed : noNationalNumber(values);
  const problems = problemsOf(fields, values, {
    problems: parsed.error?.issues ?? [],
    reasons: privacy.allowed ? [] : privacy.reasons,
  });
  return { values, problems, answer: problems.length === 0 ? parsed.data : undefined };
}

/** A posted form that a rule refused. */
export const refusedGiven = <Schema extends z.ZodObject>(
  question: Question<Schema>,
  { values }: Given<Schema>,
  reasons: Reason[],
): Given<Schema> => ({
  values,
  problems: problemsOf(describeForm(question.schema, question.fields), values, { problems: [], reasons }),
});

type Props<Schema extends z.ZodObject> = {
  question: Question<Schema>;
  /** Address of the post. */
  to: string;
  /** The page that leaves everything as it is. */
  back?: string;
  given?: Given<Schema>;
  hidden?: Child;
};

export function AskForm<Schema extends z.ZodObject>({ question, to, back, given, hidden }: Props<Schema>) {
  const problems = given?.problems ?? [];
  const fields = describeForm(question.schema, question.fields);
  return (
    <>
      {problems.length > 0 ? <ProblemSummary problems={problems} idPrefix={PREFIX} /> : ""}
      <h1>{question.title}</h1>
      <p class={question.isFinal ? "notice" : undefined}>{question.intro}</p>
      <form method="post" action={to} id={PREFIX} novalidate>
        {hidden}
        <FormId />
        <FormFields fields={fields} values={given?.values} problems={problems} idPrefix={PREFIX} />
        <NationalNumberCheck problems={problems} idPrefix={PREFIX} />
        <div class="buttons">
          <button class={question.isFinal ? "warning" : undefined}>{question.button}</button>
          {back === undefined ? (
            ""
          ) : (
            <a class="button second" href={back}>
              {formTexts.cancel}
            </a>
          )}
        </div>
      </form>
    </>
  );
}
