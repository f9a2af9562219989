import { expect, it } from "vitest";
import { TASKS } from "../../functions/application/tasks.ts";
import { describeForm, type FormField } from "../../functions/domain/describe-form.ts";

const withGroups = (fields: FormField[]): FormField[] =>
  fields.flatMap((field) => [field, ...withGroups(field.fields)]);

const forms = Object.values(TASKS).flatMap(({ kind, outcomes, texts }) =>
  Object.entries(outcomes).map(([outcome, schema]) => ({
    outcome: `${kind} ${outcome}`,
    texts: texts.nl,
    name: outcome,
    fields: withGroups(describeForm(schema, texts.nl.fields)),
  })),
);

it("every outcome, field and choice of a task has Dutch words in the texts of its step", () => {
  const withoutWords = forms.flatMap(({ outcome, name, texts, fields }) => [
    ...(texts.outcomes[name] ? [] : [outcome]),
    ...fields.flatMap(({ path, options }) => [
      ...(texts.fields[path]?.label ? [] : [`${outcome}: ${path}`]),
      ...options
        .filter(({ value }) => !["true", "false"].includes(value) && !texts.fields[path]?.options?.[value])
        .map(({ value }) => `${outcome}: ${path}=${value}`),
    ]),
  ]);

  expect(forms.flatMap(({ fields }) => fields).length).toBeGreaterThan(100);
  expect(withoutWords).toEqual([]);
});
