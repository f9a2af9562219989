import type * as z from "zod";
import type { Reason } from "../../../domain/verdict.ts";
import { type FormField, leavesOf } from "../../../domain/describe-form.ts";
import { midSentence } from "../../../domain/texts.nl.ts";

/** What is wrong with a value, for programs. A refusal by a rule has the id of the rule instead. */
export const PROBLEM_CODES = ["missing", "unknown", "too-large", "too-small", "invalid"] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** A problem of a form. `field`: name of the field, or undefined for the form as a whole. */
export type Problem = {
  field?: string;
  label?: string;
  message: string;
  rule?: string;
  code?: ProblemCode;
};

const CODES: Partial<Record<z.core.$ZodIssue["code"], ProblemCode>> = {
  unrecognized_keys: "unknown",
  too_big: "too-large",
  too_small: "too-small",
};
export const codeOf = (issue: z.core.$ZodIssue, isBlank: boolean): ProblemCode =>
  isBlank ? "missing" : (CODES[issue.code] ?? "invalid");

/** Asks for a text by the label of its field: a question is answered, anything else is filled in. */
function askFor({ label }: Pick<FormField, "label">): string {
  if (label.endsWith("?")) return `Beantwoord de vraag "${label}".`;
  return label.startsWith("Je ") ? `Vul ${midSentence(label)} in.` : `Vul "${label}" in.`;
}

/** Message for a blank field, by kind. */
const MISSING = {
  text: askFor,
  "long-text": askFor,
  email: "Vul een e-mailadres in.",
  telephone: "Vul een telefoonnummer in.",
  date: "Vul een datum in.",
  number: "Vul een getal in.",
  choice: "Kies een antwoord.",
  choices: "Kies er minstens één.",
  "yes-no": "Kies ja of nee.",
  hidden: "Open deze pagina opnieuw.",
} as const satisfies Partial<Record<FormField["widget"], string | typeof askFor>>;

/** Message for a value of the wrong shape, by kind. */
const WRONG = {
  text: "Vul hier een tekst in.",
  "long-text": "Vul hier een tekst in.",
  email: "Vul een geldig e-mailadres in, zoals naam@organisatie.be.",
  telephone: "Vul een volledig telefoonnummer in, zoals 02 123 45 67 of +31 6 12 34 56 78.",
  date: "Vul een bestaande datum in, zoals 23/11/2026.",
  number: "Vul een geheel getal in, zonder letters of komma.",
  choice: "Kies een van de antwoorden.",
  choices: "Kies elk antwoord hoogstens één keer.",
  "yes-no": "Kies ja of nee.",
  hidden: "Open deze pagina opnieuw.",
} as const satisfies Partial<Record<FormField["widget"], string>>;

/** Where a problem is of no field that the page shows. */
const OF_THE_FORM = "We konden dit formulier niet lezen. Open de pagina opnieuw en vul het nog eens in.";
const WEB_ADDRESS = "Vul een volledig webadres in, zoals https://www.voorbeeld.be/protocol.";

const isText = (widget: FormField["widget"]) =>
  widget === "text" || widget === "long-text" || widget === "email";

/** An issue of zod about a field, in Dutch. `isBlank`: nothing was filled in. */
export function messageOf(
  issue: z.core.$ZodIssue,
  field: Pick<FormField, "widget" | "label">,
  isBlank: boolean,
): string {
  const { widget } = field;
  if (widget === "group") return OF_THE_FORM;
  const missing = MISSING[widget];
  if (isBlank) return typeof missing === "string" ? missing : missing(field);
  if (issue.code === "invalid_format" && issue.format === "url") return WEB_ADDRESS;
  if (issue.code === "too_big" && isText(widget))
    return `Maak dit korter: gebruik hoogstens ${Number(issue.maximum)} tekens.`;
  if (issue.code === "too_big" && widget === "number")
    return `Vul een getal in van hoogstens ${Number(issue.maximum)}.`;
  if (issue.code === "too_small" && widget === "number")
    return `Vul een getal in van minstens ${Number(issue.minimum)}.`;
  return issue.code === "custom" && issue.message !== "Invalid input" ? issue.message : WRONG[widget];
}

const valueAt = (values: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null
        ? Object.getOwnPropertyDescriptor(value, key)?.value
        : undefined,
    values,
  );

/** The fields of an issue of zod: an empty group has one issue, which concerns each of its fields. */
function fieldsOf(issue: z.core.$ZodIssue, leaves: FormField[]): FormField[] {
  const path = issue.path.map(String).join(".");
  const own = leaves.find((leaf) => leaf.path === path || path.startsWith(`${leaf.path}.`));
  if (own) return [own];
  if (issue.code !== "invalid_type") return [];
  return leaves.filter((leaf) => leaf.path.startsWith(`${path}.`) && !leaf.isOptional);
}

/** All problems of a posted form, from zod and from rules, in the order of its fields. */
export function problemsOf(
  fields: FormField[],
  values: Record<string, unknown>,
  found: { problems: readonly z.core.$ZodIssue[]; reasons: readonly Reason[] },
): Problem[] {
  const leaves = leavesOf(fields);
  const shape = found.problems.flatMap((issue): Problem[] => {
    const about = fieldsOf(issue, leaves);
    if (about.length === 0) return [{ message: OF_THE_FORM, code: codeOf(issue, false) }];
    return about.map((field) => {
      const { path, label } = field;
      const isBlank = valueAt(values, path.split(".")) === undefined;
      return { field: path, label, message: messageOf(issue, field, isBlank), code: codeOf(issue, isBlank) };
    });
  });
  const rules = found.reasons.map(({ field, message, rule }): Problem => {
    const label = leaves.find((leaf) => leaf.path === field)?.label;
    return { field, label, message, rule };
  });
  const place = ({ field }: Problem) => leaves.findIndex((leaf) => leaf.path === field);
  const isFirst = (problem: Problem, index: number, all: Problem[]) =>
    problem.field === undefined ||
    all.findIndex(({ field, message }) => field === problem.field && message === problem.message) === index;
  return [...shape, ...rules].filter(isFirst).sort((a, b) => place(a) - place(b));
}
