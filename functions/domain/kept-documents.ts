import { isAccepted, type StoredDocument } from "./documents.ts";
import type { HumanTask } from "./human-task.ts";
import type { TaskDefinition } from "./task-definition.ts";

/** The last decision of the same task in an earlier round of this pass. */
export const earlierRound = (
  { kind, pass, round }: Pick<HumanTask, "kind" | "pass" | "round">,
  tasks: readonly HumanTask[],
): HumanTask | undefined =>
  tasks
    .filter((one) => one.kind === kind && one.pass === pass && one.round < round && one.decision)
    .toSorted((one, other) => one.round - other.round)
    .at(-1);

/**
 * DOC-12: in a later round a document that the earlier round rested on may be kept, where its kind is not about one
 * text: an unchanged DPIA is not sent again.
 * Source: the process, the rounds of DPIA and protocol.
 */
export function documentsToKeep(
  { documents: needs }: TaskDefinition,
  task: HumanTask,
  { tasks, documents }: { tasks: readonly HumanTask[]; documents: readonly StoredDocument[] },
): StoredDocument[] {
  const kept = new Set(earlierRound(task, tasks)?.decision?.documents);
  const kinds = new Set(needs.filter(({ mayBeKept }) => mayBeKept).map(({ kind }) => kind));
  return documents.filter((one) => kept.has(one.id) && kinds.has(one.kind) && isAccepted(one));
}
