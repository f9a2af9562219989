import { showDate } from "./calendar.ts";
import type { FormField } from "./describe-form.ts";

/** An answer for readers: label, lines, and the heading of its group. */
export type Answer = { label: string; lines: string[]; under?: string };

function linesOf(field: FormField, value: unknown): string[] {
  const label = (chosen: unknown) =>
    field.options.find((option) => option.value === String(chosen))?.label ?? String(chosen);
  if (field.widget === "date" && typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value))
    return [showDate(value)];
  if (Array.isArray(value)) return value.map(label);
  if (field.options.length > 0) return [label(value)];
  return String(value).split("\n");
}

const valueAt = (values: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((value, key) => {
    const inside = typeof value === "object" && value !== null ? Object.entries(value) : [];
    return inside.find(([name]) => name === key)?.[1];
  }, values);

/** The answers in the order of the form, with the labels for a reader; blank fields are left out. */
export const describeValues = (
  fields: FormField[],
  values: Record<string, unknown>,
  under?: string,
): Answer[] =>
  fields.flatMap((field): Answer[] => {
    if (field.widget === "group") return describeValues(field.fields, values, field.told);
    const value = valueAt(values, field.path);
    return field.widget === "hidden" || value === undefined || value === ""
      ? []
      : [{ label: field.told, lines: linesOf(field, value), under }];
  });
