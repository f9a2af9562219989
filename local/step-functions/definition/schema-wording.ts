import type * as z from "zod";

type Issue = z.core.$ZodIssue;
export type Worded = { message: string; location: string };

const pathOf = (path: PropertyKey[]) =>
  path.map((part) => (typeof part === "number" ? `[${part}]` : `/${String(part)}`)).join("");

/** A problem in the shape of a definition, in the words of the service. */
export function worded(issue: Issue): Worded[] {
  const location = pathOf(issue.path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ message: `Field '${key}' is not supported`, location }));
  }
  if (issue.code === "invalid_type" && issue.message.endsWith("received undefined")) {
    const message = `The field '${String(issue.path.at(-1))}' is required but was missing`;
    return [{ message, location: pathOf(issue.path.slice(0, -1)) }];
  }
  return [{ message: messageOf(issue), location }];
}

function messageOf(issue: Issue): string {
  if (issue.code === "invalid_type") return `Expected value of type [${issue.expected.toUpperCase()}]`;
  if (issue.code === "too_small") return `Minimum value is ${issue.minimum}`;
  if (issue.code === "too_big") return `Maximum value is ${issue.maximum}`;
  if (issue.code === "invalid_value") {
    return `Value should be one of the following: [${issue.values.map(String).join(", ")}]`;
  }
  // A literal or an expression: the problem of the literal is more informative.
  const [ofLiteral] = issue.code === "invalid_union" ? (issue.errors[0] ?? []) : [];
  return ofLiteral ? messageOf(ofLiteral) : issue.message;
}
