import * as z from "zod";
import { ApiError } from "../failures.ts";
import type { Service } from "../service.ts";

/** Answers one API call; throws ApiError. */
export type Operation = (service: Service, input: unknown) => unknown;

/** An operation with its input checked: a wrong one is a ValidationException. */
export function operation<Schema extends z.ZodType>(
  schema: Schema,
  run: (service: Service, input: z.output<Schema>) => unknown,
): Operation {
  return (service, input) => {
    const parsed = schema.safeParse(input ?? {});
    if (parsed.success) return run(service, parsed.data);
    const problems = parsed.error.issues.map(({ path, message }) => {
      return `Value at '${path.map(String).join(".")}' failed to satisfy constraint: ${message}`;
    });
    const count = problems.length === 1 ? "1 validation error" : `${problems.length} validation errors`;
    throw new ApiError("ValidationException", `${count} detected: ${problems.join("; ")}`);
  };
}

/** The API's times are epoch seconds. */
export const toSeconds = (milliseconds: number) => milliseconds / 1000;

export const paging = {
  maxResults: z.int().min(0).max(1000).optional(),
  nextToken: z.string().optional(),
};

/** A page of a list, and the token of the next one. */
export function page<T>(
  items: T[],
  { maxResults = 0, nextToken }: { maxResults?: number; nextToken?: string },
) {
  const offset = nextToken === undefined ? 0 : Number(Buffer.from(nextToken, "base64").toString());
  if (!Number.isInteger(offset)) throw new ApiError("InvalidToken", "Invalid Token: 'Invalid token'");
  const end = offset + (maxResults || 100);
  const next = end < items.length ? { nextToken: Buffer.from(String(end)).toString("base64") } : {};
  return { items: items.slice(offset, end), next };
}
