import { Unreadable } from "../../../domain/errors.ts";
import { type HumanTask, taskId } from "../../../domain/human-task.ts";
import type { Definitions, TaskDefinition } from "../../../domain/task-definition.ts";
import type { Dossiers, HumanTasks, WholeDossier } from "../../../domain/ports.ts";
import type { Draft } from "../../../domain/records.ts";

/** A task with everything around it, as a page shows it. */
export type ShownTask = {
  whole: WholeDossier;
  task: HumanTask;
  definition: TaskDefinition;
  /** Only of those whose task it is: a draft is nobody else's to read. */
  draft?: Draft;
  /** Version of a draft that is not the reader's to read, and gives way to what it keeps. */
  hiddenVersion?: number;
};

export type TaskReader = {
  dossiers: Pick<Dossiers, "readWhole">;
  tasks: Pick<HumanTasks, "findDraft">;
  definitions: Definitions;
};

/** Undefined when there is none; one that is there and does not parse is no reason to say that it is not. */
export function findTask({ tasks, unreadable }: WholeDossier, id: string): HumanTask | undefined {
  const key = unreadable.find((one) => one.endsWith(` TASK#${id}`));
  if (key !== undefined) throw new Unreadable(key);
  return tasks.find((task) => taskId(task) === id);
}

/** Adds what a task's page needs to the task. `isOwn`: the reader is of the task's own audience. */
export async function sightOf(
  { tasks, definitions }: Pick<TaskReader, "tasks" | "definitions">,
  whole: WholeDossier,
  task: HumanTask,
  isOwn: boolean,
): Promise<ShownTask> {
  const readsDraft = isOwn && task.status === "open";
  const draft = readsDraft ? await tasks.findDraft(task.dossierId, taskId(task)) : undefined;
  const sight = { whole, task, definition: definitions[task.kind] };
  return draft && isOfPredecessor(draft, whole, task)
    ? { ...sight, hiddenVersion: draft.version }
    : { ...sight, draft };
}

/** What a signatory was typing is its own. A draft of the contacts is their organisation's, and passes to who takes over. */
const isOfPredecessor = ({ by }: Draft, { dossier }: WholeDossier, { audience }: HumanTask): boolean =>
  audience === "signatory" && by !== undefined && by !== dossier.people.signatory?.id;
