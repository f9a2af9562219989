import type { Context } from "hono";
import type * as z from "zod";
import { WrongInput } from "../refusals.ts";
import { readJson } from "../read-body.ts";

export function parseInput<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new WrongInput(parsed.error.issues);
  return parsed.data;
}

/** The body of a request, of the shape that it should have. */
export const readInput = async <Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> => parseInput(schema, await readJson(c));
