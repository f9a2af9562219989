import * as z from "zod";
import type { Widget } from "../../../domain/fields.ts";
import type { FieldText } from "../../../domain/texts.ts";

/** A field of a form, as its zod schema and its text describe it. `path` is its name: "planning.signature". */
export type FormField = {
  path: string;
  /** Its name within the group that holds it. */
  key: string;
  widget: Widget | "group";
  label: string;
  hint?: string;
  isOptional: boolean;
  /** Of a text: the most characters it takes. */
  longest?: number;
  /** Of a choice: value and words. */
  options: { value: string; label: string }[];
  /** Of a group. */
  fields: FormField[];
};

const Meta = z.object({
  widget: z.enum(["text", "long-text", "email", "date", "number", "choice", "choices", "yes-no"]),
});

const isWrapper = (schema: z.core.$ZodType) =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault;

/** What is asked, without what says that it may be left out. */
function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  if (!isWrapper(schema)) return schema;
  const inner: z.core.$ZodType = schema.unwrap();
  return unwrapped(inner);
}

function valuesOf(schema: z.core.$ZodType): string[] {
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  if (schema instanceof z.ZodLiteral) return [...schema.values].map(String);
  if (schema instanceof z.ZodArray) {
    const element: z.core.$ZodType = schema.element;
    return valuesOf(element);
  }
  return schema instanceof z.ZodBoolean ? ["true", "false"] : [];
}

function widgetOf(schema: z.core.$ZodType): Widget {
  const { data } = Meta.safeParse(z.globalRegistry.get(schema));
  if (data) return data.widget;
  if (schema instanceof z.ZodLiteral) return "choice";
  return schema instanceof z.ZodBoolean ? "yes-no" : "text";
}

/** The fields that a zod object asks, in its order. */
export function describeForm(
  schema: z.ZodObject,
  texts: Record<string, FieldText>,
  parent = "",
): FormField[] {
  const shape: z.core.$ZodShape = schema.shape;
  return Object.entries(shape).map(([key, whole]) => {
    const inner = unwrapped(whole);
    const path = parent + key;
    const text = texts[path];
    const isGroup = inner instanceof z.ZodObject;
    return {
      path,
      key,
      widget: isGroup ? "group" : widgetOf(inner),
      label: text?.label ?? key,
      hint: text?.hint,
      isOptional: isWrapper(whole),
      longest: inner instanceof z.ZodString ? (inner.maxLength ?? undefined) : undefined,
      options: valuesOf(inner).map((value) => ({ value, label: text?.options?.[value] ?? value })),
      fields: isGroup ? describeForm(inner, texts, `${path}.`) : [],
    };
  });
}

/** Every field that holds a value, those within groups included. */
export const leavesOf = (fields: FormField[]): FormField[] =>
  fields.flatMap((field) => (field.widget === "group" ? leavesOf(field.fields) : [field]));
