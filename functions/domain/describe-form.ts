import * as z from "zod";
import { type Widget, WIDGETS } from "./fields.ts";
import type { FieldText } from "./texts.ts";

/** A field of a form, from its zod schema and its text. `path` is its name: "planning.signature". */
export type FormField = {
  path: string;
  /** Name within its group. */
  key: string;
  widget: Widget | "group";
  label: string;
  /** The label for who reads the answer. */
  told: string;
  hint?: string;
  /** Title of the part that begins here. */
  part?: string;
  isOptional: boolean;
  /** Maximum length of a text, in characters. */
  longest?: number;
  /** What a field is about, above it: a question, or an answer that a question is about. */
  context?: { title: string; lines: string[] };
  /** A group that few people use: it is folded while it is empty. */
  isFolded?: boolean;
  /** For a choice: value and label. */
  options: { value: string; label: string }[];
  /** For a group. */
  fields: FormField[];
};

const Meta = z.object({ widget: z.enum(WIDGETS) });

const isWrapper = (schema: z.core.$ZodType) =>
  schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault;

/** The inner schema of an optional or nullable field. */
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

/** The fields of a zod object, in its order. */
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
      told: text?.told ?? text?.label ?? key,
      hint: text?.hint,
      part: text?.part,
      isOptional: isWrapper(whole),
      ...(isGroup && text?.isFolded ? { isFolded: true } : {}),
      longest: inner instanceof z.ZodString ? (inner.maxLength ?? undefined) : undefined,
      options: valuesOf(inner).map((value) => ({ value, label: text?.options?.[value] ?? value })),
      fields: isGroup ? describeForm(inner, texts, `${path}.`) : [],
    };
  });
}

/** All fields that have a value, including those within groups. */
export const leavesOf = (fields: FormField[]): FormField[] =>
  fields.flatMap((field) => (field.widget === "group" ? leavesOf(field.fields) : [field]));
