import * as z from "zod";
import { UnknownField } from "./verdict.ts";

const unwrapped = (schema: z.core.$ZodType): z.core.$ZodType =>
  schema instanceof z.ZodOptional ? unwrapped(schema.unwrap()) : schema;
const Group = z.record(z.string(), z.unknown());

type Known = { key: string; value: unknown } | { key: string; isUnknown: true };

/** Each field of a form, with its value where that is valid. A group is read field by field. */
function read({ shape }: z.ZodObject, typed: Record<string, unknown>, group: typeof knownIn): Known[] {
  const fields: z.core.$ZodShape = shape;
  return Object.entries(fields).map(([key, field]): Known => {
    const parsed = z.safeParse(field, typed[key]);
    if (parsed.success) return { key, value: parsed.data };
    const inner = unwrapped(field);
    const values = Group.safeParse(typed[key] ?? {}).data;
    return inner instanceof z.ZodObject && values
      ? { key, value: group(inner, values) }
      : { key, isUnknown: true };
  });
}

/** The valid values of a form. */
export const validFields = (schema: z.ZodObject, typed: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    read(schema, typed, validFields).flatMap((field) => ("value" in field ? [[field.key, field.value]] : [])),
  );

/**
 * A form for the rules, while some of its fields are wrong or blank. Reading such a field throws UnknownField, and the
 * rule that reads it is skipped. The other rules are judged, so that the person sees all problems at once.
 */
export const knownFields = <Schema extends z.ZodObject>(
  schema: Schema,
  typed: Record<string, unknown>,
): z.output<Schema> => knownIn(schema, typed) as z.output<Schema>;

function knownIn(schema: z.ZodObject, typed: Record<string, unknown>): Record<string, unknown> {
  const form: Record<string, unknown> = {};
  for (const field of read(schema, typed, knownIn))
    Object.defineProperty(form, field.key, {
      enumerable: "value" in field,
      get() {
        if ("value" in field) return field.value;
        throw new UnknownField(field.key);
      },
    });
  return form;
}
