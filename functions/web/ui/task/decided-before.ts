import { EXPIRED, type HumanTask } from "../../../domain/human-task.ts";
import type { TaskDefinition } from "../../../domain/task-definition.ts";
import { answersOf } from "../../../domain/answers-of.ts";
import type { Answer } from "../../../domain/describe-values.ts";
import { findTask, type ShownTask } from "./find-shown-task.ts";
import type { Definitions } from "../../../domain/task-definition.ts";

/** A decision for readers: who, what and when, and the visible answers. */
export type EarlierDecision = { task: HumanTask; past: string; answers: Answer[] };

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
