import * as z from "zod";
import { ApiError } from "../values/failures.ts";
import type { Service } from "../service/service.ts";

/** Performs one API call; throws ApiError. */
export type Operation = (service: Service, input: unknown) => unknown;

type Issue = z.core.$ZodIssue;

/** The constraint on a value, in the words of the service. */
function constraint(issue: Issue): string {
  const measured = "origin" in issue && issue.origin === "number" ? "value" : "length";
  if (issue.code === "too_big")
    return `Member must have ${measured} less than or equal to ${String(issue.maximum)}`;
  if (issue.code === "too_small")
    return `Member must have ${measured} greater than or equal to ${String(issue.minimum)}`;
  if (issue.code === "invalid_value")
    return `Member must satisfy enum value set: [${issue.values.map(String).join(", ")}]`;
  if (issue.code === "invalid_format" && "pattern" in issue)
    return `Member must satisfy regular expression pattern: ${issue.pattern}`;
  return issue.message;
}

function problem(issue: Issue): string {
  const at = `'${issue.path.map(String).join(".")}'`;
  const isMissing = issue.code === "invalid_type" && issue.message.endsWith("received undefined");
  return isMissing
    ? `Value null at ${at} failed to satisfy constraint: Member must not be null`
    : `Value at ${at} failed to satisfy constraint: ${constraint(issue)}`;
}

/** An operation with validated input: invalid input is a ValidationException. */
export function operation<Schema extends z.ZodType>(
  schema: Schema,
  run: (service: Service, input: z.output<Schema>) => unknown,
): Operation {
  return (service, input) => {
    const parsed = schema.safeParse(input ?? {});
    if (parsed.success) return run(service, parsed.data);
    const problems = parsed.error.issues.map(problem);
    const count = problems.length === 1 ? "1 validation error" : `${problems.length} validation errors`;
    throw new ApiError("ValidationException", `${count} detected: ${problems.join("; ")}`);
  };
}

/** The API has times in epoch seconds. */
export const toSeconds = (milliseconds: number) => milliseconds / 1000;

/** Error and cause of an ending by a caller. */
export const reason = {
  error: z.string().max(256).optional(),
  cause: z.string().max(32_768).optional(),
};

export const paging = {
  maxResults: z.int().min(0).max(1000).optional(),
  nextToken: z.string().optional(),
};

/** A page of a list, and the token of the next page. */
export function page<T>(
  items: T[],
  { maxResults = 0, nextToken }: { maxResults?: number; nextToken?: string },
) {
  const offset = nextToken === undefined ? 0 : Number(Buffer.from(nextToken, "base64").toString());
  if (!Number.isInteger(offset) || offset < 0)
    throw new ApiError("InvalidToken", "Invalid Token: 'Invalid token'");
  const end = offset + (maxResults || 100);
  const next = end < items.length ? { nextToken: Buffer.from(String(end)).toString("base64") } : {};
  return { items: items.slice(offset, end), next };
}
