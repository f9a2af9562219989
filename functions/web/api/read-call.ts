import type { Context } from "hono";
import * as z from "zod";
import { noNationalNumber } from "../../domain/no-national-number.ts";
import { isEmpty, readJson } from "../http/read-body.ts";
import { HeldBack, Refusal, WrongInput } from "../http/refusals.ts";
import { AnyFields, type Body } from "./inputs.ts";
import { type Operation, parametersIn } from "./operation.ts";
import { parameterOf } from "./parameters.ts";
import { schemaOf } from "./schemas.ts";
import { unknownIn } from "./unknown-names.ts";

/** Whether the body may be absent, because everything in it is optional. */
export const mayBeEmpty = (schema: z.ZodType): boolean => schema.safeParse({}).success;

export function readParameters(c: Context, { path }: Operation): unknown {
  const shape = Object.fromEntries(parametersIn(path).map((name) => [name, parameterOf(name)]));
  const parsed = z.object(shape).safeParse(c.req.param());
  if (!parsed.success) throw new Refusal("page-unknown");
  return parsed.data;
}

export function readQuery(c: Context, { query = NO_QUERY }: Operation): unknown {
  const given = c.req.query();
  mustBeKnown(query, given);
  const parsed = query.safeParse(given);
  if (!parsed.success) throw new WrongInput(parsed.error.issues, "bad-request");
  return parsed.data;
}
const NO_QUERY = z.object({});

export async function readBody(c: Context, { body }: Operation): Promise<unknown> {
  if (!body) return undefined;
  const given = mayBeEmpty(body.schema) && (await isEmpty(c)) ? {} : await readJson(c);
  mustBeKnown(body.described === "by-task" ? body.schema : body.described, given);
  return body.hasWords ? readWords(body, given) : parseInput(body.schema, given);
}

/** Refuses a name that the API does not describe. The client misspelt it, or expects an effect that it does not have. */
export function mustBeKnown(schema: z.ZodType, given: unknown, path: string[] = []): void {
  const unknown = unknownIn(schemaOf(schema, "input"), given, path);
  if (unknown.length > 0) throw new WrongInput(unknown, "name-unknown");
}

function parseInput<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new WrongInput(parsed.error.issues);
  return parsed.data;
}

/** Refuses text that looks like a national register number, unless the request confirms that it is not (PRIV-01). */
function readWords({ schema }: Body, given: unknown): Record<string, unknown> {
  const { noNationalNumber: isNone, ...fields } = parseInput(AnyFields, given);
  const said = parseInput(schema.pipe(z.record(z.string(), z.unknown())), fields);
  const privacy = noNationalNumber(said);
  if (!privacy.allowed && !isNone) throw new HeldBack(privacy.reasons);
  return said;
}
