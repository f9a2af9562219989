import type * as z from "zod";

/** How a value of each type is written in JSON. */
const TYPES: Readonly<Record<string, string>> = {
  string: 'a text between quotes, "…"',
  number: "a number, without quotes",
  int: "a whole number, without quotes",
  boolean: "true or false, without quotes",
  array: "a list, […]",
  object: "a part with settings of its own, {…}",
  record: "a part with settings of its own, {…}",
};

const oneOf = (values: readonly unknown[]): string => values.map((value) => JSON.stringify(value)).join(", ");

/** What to do about a value that is not allowed, where its setting does not say it itself. */
export function inWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "invalid_type")
    return `${issue.input === undefined ? "is missing" : "is of another type"}: write ${TYPES[issue.expected] ?? issue.expected}`;
  if (issue.code === "invalid_value") return `must be one of ${oneOf(issue.values)}`;
  if (issue.code === "invalid_union")
    return Array.isArray(issue.options) ? `must be one of ${oneOf(issue.options)}` : undefined;
  if (issue.code === "too_small")
    return `must be ${issue.inclusive === false ? "more than" : "at least"} ${issue.minimum}`;
  if (issue.code === "too_big")
    return `must be ${issue.inclusive === false ? "less than" : "at most"} ${issue.maximum}`;
  return undefined;
}
