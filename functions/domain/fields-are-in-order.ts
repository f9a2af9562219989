import * as z from "zod";
import { dateIsPossible } from "./date-is-possible.ts";
import { DATE_KINDS, type DateKindName, type Moment } from "./date-kinds.ts";
import { nameIsPlain, NAMES_OF } from "./name-is-plain.ts";
import { allOf, allowed, type Verdict } from "./verdict.ts";

const isDateKind = (given: string): given is DateKindName => Object.hasOwn(DATE_KINDS, given);
const Meta = z.object({
  dateKind: z.string().refine(isDateKind).optional(),
  isName: z.enum(NAMES_OF).optional(),
});

const isGroup = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (!(schema instanceof z.ZodOptional)) return schema;
  const inner: z.core.$ZodType = schema.unwrap();
  return unwrapped(inner);
}

/**
 * Judges the values of a form by the kind of each field (fields.ts): dates (DATE-01, DATE-02) and names (NAME-01). It
 * judges input only, never stored values, which may predate a bound.
 */
export function fieldsAreInOrder(
  { shape }: z.ZodObject,
  values: Record<string, unknown>,
  moment: Moment,
  parent = "",
): Verdict {
  const fields: z.core.$ZodShape = shape;
  return allOf(
    ...Object.entries(fields).map(([key, whole]) => {
      const field = unwrapped(whole);
      const value = values[key];
      const path = parent + key;
      if (field instanceof z.ZodObject && isGroup(value))
        return fieldsAreInOrder(field, value, moment, `${path}.`);
      return typeof value === "string" ? fieldIsInOrder(field, value, moment, path) : allowed;
    }),
  );
}

function fieldIsInOrder(field: z.core.$ZodType, value: string, moment: Moment, path: string): Verdict {
  const { dateKind, isName } = Meta.parse(z.globalRegistry.get(field) ?? {});
  if (dateKind) return dateIsPossible(dateKind, value, moment, path);
  return isName ? nameIsPlain(value, path, isName) : allowed;
}
