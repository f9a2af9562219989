import * as z from "zod";
import type { FormField } from "../../../domain/describe-form.ts";

/** A part of a form: fields that belong together. Its title is its own, or that of its only group. */
export type FormPart = { title: string; hasTitle: boolean; fields: FormField[] };

/** With this many parts, a form starts with a list of them. */
export const MANY_PARTS = 3;

/** The parts of a form, as the texts of its fields name them. Otherwise each group is a part, and so are the fields between two groups. */
export function partsOf(fields: FormField[]): FormPart[] {
  const isNamed = fields.some(({ part }) => part !== undefined);
  const parts: FormPart[] = [];
  for (const field of fields) {
    const last = parts.at(-1);
    const isGroup = (one: FormField | undefined) => one?.widget === "group";
    const begins = isNamed ? field.part !== undefined : isGroup(field) || isGroup(last?.fields[0]);
    if (last && !begins) last.fields.push(field);
    else parts.push({ title: field.part ?? field.told, hasTitle: field.part !== undefined, fields: [field] });
  }
  return parts;
}

/** Whether every field of a part has a value that the form accepts, or may stay blank. */
export const isFilledIn = (
  { fields }: FormPart,
  schema: z.ZodObject,
  values: Record<string, unknown>,
): boolean => {
  const shape: z.core.$ZodShape = schema.shape;
  return fields.every(({ key, path }) => {
    const field = path === key && Object.hasOwn(shape, key) ? shape[key] : undefined;
    return field === undefined || z.safeParse(field, values[key]).success;
  });
};
