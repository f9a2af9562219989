import { expect } from "vitest";
import type { TaskDefinition } from "../../functions/domain/task-definition.ts";
import { type FieldText, whyOf } from "../../functions/domain/texts.ts";
import { describeForm, type FormField } from "../../functions/domain/describe-form.ts";
import { NAMES } from "../../functions/domain/names.ts";
import { aDossier, NOW } from "./dossier.ts";
import { aTask } from "./task.ts";

/** Fields and options without a text in the catalogue, including those in groups. */
function unnamed(fields: FormField[], texts: Record<string, FieldText>): string[] {
  return fields.flatMap(({ path, options, fields: inner }) => [
    ...(texts[path]?.label ? [] : [path]),
    ...options.filter(({ value }) => !texts[path]?.options?.[value]).map(({ value }) => `${path}=${value}`),
    ...unnamed(inner, texts),
  ]);
}

/** Checks that all fields, options and outcomes of a task have texts, and that the catalogue has no others. */
export function expectTexts({ outcomes, expires, texts: { nl } }: TaskDefinition): void {
  const forms = Object.values(outcomes).map((schema) => describeForm(schema, nl.fields));
  const asked = new Set(forms.flatMap(pathsOf));

  expect(forms.flatMap((fields) => unnamed(fields, nl.fields))).toEqual([]);
  expect(Object.keys(nl.fields).filter((path) => !asked.has(path))).toEqual([]);
  expect(Object.keys(nl.outcomes).sort()).toEqual(Object.keys(outcomes).sort());
  expect(nl.expired !== undefined).toBe(expires);
  expect(whyOf(nl, { dossier: aDossier(), task: aTask(), now: NOW, names: NAMES }).length).toBeGreaterThan(0);
}

const pathsOf = (fields: FormField[]): string[] =>
  fields.flatMap((field) => [field.path, ...pathsOf(field.fields)]);
