import type { Child } from "hono/jsx";
import * as z from "zod";
import { longText } from "../../domain/fields.ts";
import { noNationalNumber } from "../../domain/no-national-number.ts";
import { allowed } from "../../domain/verdict.ts";
import { describeForm } from "./describe-form.ts";
import { FormFields } from "./form-fields.tsx";
import { NationalNumberCheck } from "./national-number-check.tsx";
import { ProblemSummary } from "./problem-summary.tsx";
import { type Problem, problemsOf } from "./problems.nl.ts";
import { readValues } from "./read-values.ts";

/** A form that asks for a reason and nothing else. */
const ReasonFields = z.object({ reason: longText() });
const PREFIX = "reason-form";
const fieldsWith = (label: string) => describeForm(ReasonFields, { reason: { label } });

export type ReadReason = { reason: string; problems: Problem[] };

/** The reason of a posted form, with what is wrong with it. */
export function readReason(form: URLSearchParams, label: string): ReadReason {
  const fields = fieldsWith(label);
  const values = readValues(fields, form);
  const parsed = ReasonFields.safeParse(values);
  const privacy = form.get("noNationalNumber") === "true" ? allowed : noNationalNumber(values);
  const problems = problemsOf(fields, values, {
    problems: parsed.error?.issues ?? [],
    reasons: privacy.allowed ? [] : privacy.reasons,
  });
  return { reason: parsed.data?.reason ?? form.get("reason") ?? "", problems };
}

export const ReasonForm = (props: {
  title: string;
  intro: string;
  label: string;
  button: string;
  to: string;
  given?: ReadReason;
  hidden?: Child;
}) => {
  const problems = props.given?.problems ?? [];
  const values = { reason: props.given?.reason };
  return (
    <>
      {problems.length > 0 ? <ProblemSummary problems={problems} idPrefix={PREFIX} /> : ""}
      <h1>{props.title}</h1>
      <p>{props.intro}</p>
      <form method="post" action={props.to} id={PREFIX} novalidate>
        {props.hidden}
        <FormFields fields={fieldsWith(props.label)} values={values} problems={problems} idPrefix={PREFIX} />
        <NationalNumberCheck problems={problems} idPrefix={PREFIX} />
        <button>{props.button}</button>
      </form>
    </>
  );
};
