import { EXPIRED, type HumanTask } from "../../../domain/human-task.ts";
import type { TaskDefinition } from "../../../domain/task-definition.ts";
import { describeForm } from "../form/describe-form.ts";
import { type Answer, describeValues } from "../form/describe-values.ts";
import { findTask, type ShownTask } from "./find-shown-task.ts";
import type { Definitions } from "../../../domain/task-definition.ts";

/** A decision for readers: who, what and when, and the visible answers. */
export type EarlierDecision = { task: HumanTask; past: string; answers: Answer[] };

/** The answers of a decision. `only`: names of the visible fields; without it, all. */
export function answersOf(definition: TaskDefinition, task: HumanTask, only?: readonly string[]): Answer[] {
  const { decision } = task;
  const schema = decision && definition.outcomes[decision.outcome];
  if (!schema) return [];
  const fields = describeForm(schema, definition.texts.nl.fields);
  const readable = only ? fields.filter((field) => only.includes(field.key)) : fields;
  return describeValues(readable, decision.fields);
}

export const pastOf = (definition: TaskDefinition, outcome: string): string =>
  (outcome === EXPIRED ? definition.texts.nl.expired : definition.texts.nl.outcomes[outcome]?.past) ??
  definition.texts.nl.title;

/**
 * The decision of the previous party. The consumer sees the fields that are meant for it; the LED, which judges them,
 * sees all.
 */
export function told(
  { whole, task }: ShownTask,
  definitions: Definitions,
  reader: "consumer" | "led",
): EarlierDecision | undefined {
  const before = task.because === undefined ? undefined : findTask(whole, task.because);
  if (!before?.decision) return undefined;
  const definition = definitions[before.kind];
  const answers = answersOf(definition, before, reader === "consumer" ? definition.tells : undefined);
  return { task: before, past: pastOf(definition, before.decision.outcome), answers };
}
