import type * as z from "zod";
import { describeForm, leavesOf, type FormField } from "../../functions/domain/describe-form.ts";

/** A character of three bytes, which takes nine in a posted form. */
const LONGEST = "€";
const MOST_TEXT = 100_000;

/** The longest values of each kind of field; a text has the maximum length of its schema. */
const valuesOf = (field: FormField, longest: number): string[] => {
  if (field.widget === "text" || field.widget === "long-text") return [LONGEST.repeat(longest)];
  if (field.widget === "email") return [`${"a".repeat(190)}@b.example`];
  if (field.widget === "telephone") return ["0470 12 34 56"];
  if (field.widget === "date") return ["2026-11-23"];
  if (field.widget === "number") return ["1000000000"];
  const options = field.options.map(({ value }) => value);
  return field.widget === "choices" ? options : [[...options].sort((a, b) => b.length - a.length)[0] ?? ""];
};

/** Size of a form with all fields full, as posted by a browser. */
export function postedBytes(schema: z.ZodObject): number {
  const full = Object.fromEntries(
    leavesOf(describeForm(schema, {})).map((field) => [field.path, LONGEST.repeat(MOST_TEXT)]),
  );
  const limits = limitsOf(schema, full);
  const form = new URLSearchParams();
  for (const field of leavesOf(describeForm(schema, {}))) {
    for (const value of valuesOf(field, limits[field.path] ?? 0)) form.append(field.path, value);
  }
  return Buffer.byteLength(form.toString());
}

/** The maximum length of each text, from the errors of the schema. */
function limitsOf(schema: z.ZodObject, full: Record<string, string>): Record<string, number> {
  const result = schema.safeParse(nested(full));
  const issues = result.error?.issues ?? [];
  return Object.fromEntries(
    issues.flatMap((issue) =>
      issue.code === "too_big" ? [[issue.path.map(String).join("."), Number(issue.maximum)]] : [],
    ),
  );
}

type Nested = { [key: string]: string | Nested };

function nested(values: Record<string, string>): Nested {
  const whole: Nested = {};
  for (const [path, value] of Object.entries(values)) {
    const keys = path.split(".");
    const last = keys.pop() ?? path;
    let group = whole;
    for (const key of keys) {
      const inner = group[key];
      group = typeof inner === "object" ? inner : (group[key] = {});
    }
    group[last] = value;
  }
  return whole;
}
