import type { Proposed } from "./decide.ts";
import type { Decision } from "./human-task.ts";
import type { TaskDefinition } from "./task-definition.ts";

/** Whether somebody posts again what it decided before: a second click, or a page that is sent anew. */
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

const isSameSet = (ones: readonly string[], others: readonly string[]): boolean =>
  inOneOrder([...new Set(ones)].sort()) === inOneOrder([...new Set(others)].sort());

/** The same text for values that hold the same, in whatever order a store gives their names. */
const inOneOrder = (value: unknown): string =>
  JSON.stringify(value, (_name, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => one.localeCompare(other)))
      : inner,
  );
