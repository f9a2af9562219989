import { describeForm } from "./describe-form.ts";
import { type Answer, describeValues } from "./describe-values.ts";
import type { HumanTask } from "./human-task.ts";
import type { TaskDefinition } from "./task-definition.ts";

/** The answers of a decision. `only`: names of the visible fields; without it, all. */
export function answersOf(definition: TaskDefinition, task: HumanTask, only?: readonly string[]): Answer[] {
  const { decision } = task;
  const schema = decision && definition.outcomes[decision.outcome];
  if (!schema) return [];
  const fields = describeForm(schema, definition.texts.nl.fields);
  const readable = only ? fields.filter((field) => only.includes(field.key)) : fields;
  return describeValues(readable, decision.fields);
}
