import { inOneOrder, isSameSet } from "./canonical.ts";
import type { Proposed } from "./decide.ts";
import type { Decision } from "./human-task.ts";
import type { TaskDefinition } from "./task-definition.ts";

/** Whether the person posts the same decision again: a second click, or a page that was sent again. */
export function isSameDecision(
  { outcomes }: Pick<TaskDefinition, "outcomes">,
  decision: Decision,
  { outcome, fields, documents, by }: Proposed,
): boolean {
  const schema = Object.hasOwn(outcomes, outcome) ? outcomes[outcome] : undefined;
  const parsed = schema?.safeParse(fields);
  return (
    decision.outcome === outcome &&
    decision.by.id === by.id &&
    decision.by.role === by.role &&
    isSameSet(decision.documents, documents) &&
    parsed?.success === true &&
    inOneOrder(decision.fields) === inOneOrder(parsed.data)
  );
}
