import { describe, expect, it } from "vitest";
import { TASKS } from "../../functions/application/tasks.ts";
import { describeForm, type FormField } from "../../functions/domain/describe-form.ts";
import { sideOf } from "../../functions/domain/people.ts";
import type { TaskDefinition } from "../../functions/domain/task-definition.ts";
import { NAMES } from "../../functions/domain/names.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aTask } from "../builders/task.ts";

/** A word by which a text addresses its reader, or speaks for its writer. */
const ADDRESSES = /\b(je|jij|jou|jouw|jullie|wij|we|ons|onze|ik|mijn)\b/i;

const definitions: TaskDefinition[] = Object.values(TASKS);

const withGroups = (fields: FormField[]): FormField[] =>
  fields.flatMap((field) => [field, ...withGroups(field.fields)]);

const fieldsOf = ({ outcomes, texts }: TaskDefinition) =>
  Object.values(outcomes).flatMap((schema) => withGroups(describeForm(schema, texts.nl.fields)));

describe("the label of an answer", () => {
  it.each(definitions)("$kind: addresses nobody, since others read it than who wrote it", (definition) => {
    const wrong = fieldsOf(definition).filter(({ told }) => ADDRESSES.test(told));

    expect(wrong.map(({ told }) => told)).toEqual([]);
  });
});

describe("the mail of a task", () => {
  it.each(definitions)("$kind: says why, what and what if not, and by when", (definition) => {
    const { mail } = definition.texts.nl;
    const about = { dossier: aDossier(), task: aTask({ kind: definition.kind }), now: NOW, names: NAMES };
    const texts = typeof mail === "function" ? mail(about) : mail;

    expect(texts.why.length).toBeGreaterThan(0);
    expect(texts.what.join("")).not.toBe("");
    expect(texts.ifNot).not.toBe("");
    // The announcement puts the organisation in the subject of a mail to the LED.
    if (sideOf(definition.audience) === "led")
      expect(texts.subject).not.toContain(about.dossier.organisation.name);
  });
});
