import { Unreadable } from "../../../domain/errors.ts";
import { type HumanTask, taskId } from "../../../domain/human-task.ts";
import { isConsumerAudience, PARTS_OF_AUDIENCE } from "../../../domain/people.ts";
import type { Definitions, TaskDefinition } from "../../../domain/task-definition.ts";
import type { Dossiers, WholeDossier } from "../../../domain/ports.ts";
import type { TypicalDays } from "../../../domain/statistics.ts";
import type { Draft } from "../../../domain/records.ts";

/** A task with everything that its page shows. */
export type ShownTask = {
  whole: WholeDossier;
  task: HumanTask;
  definition: TaskDefinition;
  definitions: Definitions;
  /** Median days of the stages, from which a proposed planning starts. */
  typical?: TypicalDays;
  /** Only for readers of the task's own audience. */
  draft?: Draft;
  /** Version of a draft that the reader may not see and will overwrite. */
  hiddenVersion?: number;
};

export type TaskReader = { dossiers: Pick<Dossiers, "readWhole">; definitions: Definitions };

/** Undefined where it does not exist; throws where it exists and does not parse. */
export function findTask({ tasks, unreadable }: WholeDossier, id: string): HumanTask | undefined {
  const key = unreadable.find((one) => one.endsWith(` TASK#${id}`));
  if (key !== undefined) throw new Unreadable(key);
  return tasks.find((task) => taskId(task) === id);
}

/** Adds what the page of a task needs. `isOwn`: the reader belongs to the task's own audience. */
export function sightOf(
  { definitions }: Pick<TaskReader, "definitions">,
  whole: WholeDossier,
  task: HumanTask,
  isOwn: boolean,
): ShownTask {
  const readsDraft = isOwn && task.status === "open";
  const draft = readsDraft ? whole.drafts.find((one) => one.taskId === taskId(task)) : undefined;
  const sight = { whole, task, definition: definitions[task.kind], definitions };
  return draft && isOfPredecessor(draft, whole, task)
    ? { ...sight, hiddenVersion: draft.version }
    : { ...sight, draft };
}

/**
 * A signatory's draft is personal. A draft of the contacts belongs to their organisation, and passes to a successor.
 */
const isOfPredecessor = ({ by }: Draft, { dossier }: WholeDossier, { audience }: HumanTask): boolean =>
  audience !== "applicant" &&
  isConsumerAudience(audience) &&
  by !== undefined &&
  by !== dossier.people[PARTS_OF_AUDIENCE[audience][0]]?.id;
