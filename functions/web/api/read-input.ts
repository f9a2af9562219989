import type { Context } from "hono";
import type * as z from "zod";
import { noNationalNumber } from "../../domain/no-national-number.ts";
import { isEmpty, readJson } from "../http/read-body.ts";
import { HeldBack, WrongInput } from "../http/refusals.ts";
import { AnyFields } from "./inputs.ts";

export function parseInput<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new WrongInput(parsed.error.issues);
  return parsed.data;
}

/** Whether a request may come without a body: everything in it may be left out. */
export const mayBeEmpty = (schema: z.ZodType): boolean => schema.safeParse({}).success;

const readBody = async (c: Context, schema: z.ZodType): Promise<unknown> =>
  mayBeEmpty(schema) && (await isEmpty(c)) ? {} : readJson(c);

/** The body of a request, of the shape that it should have. */
export const readInput = async <Schema extends z.ZodType>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> => parseInput(schema, await readBody(c, schema));

/**
 * A body with words of somebody: held back where something in it looks like a national register number, unless the
 * request says that it is none (PRIV-01).
 */
export async function readWords<Schema extends z.ZodObject>(
  c: Context,
  schema: Schema,
): Promise<z.output<Schema>> {
  const { noNationalNumber: isNone, ...fields } = parseInput(AnyFields, await readBody(c, schema));
  const words = parseInput(schema, fields);
  const privacy = noNationalNumber(words);
  if (!privacy.allowed && !isNone) throw new HeldBack(privacy.reasons);
  return words;
}
