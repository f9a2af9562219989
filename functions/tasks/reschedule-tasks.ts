import type { Dossier } from "../domain/dossier.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import type { TaskDefinition } from "../domain/task-definition.ts";
import type { Dossiers, HumanTasks, TaskTimes } from "../domain/ports.ts";
import type { TaskKind } from "../domain/process.ts";
import { timesOf } from "../domain/task-times.ts";
import { untilNoConflict } from "../domain/until-no-conflict.ts";

type Deps = {
  dossiers: Pick<Dossiers, "findWhole">;
  tasks: Pick<HumanTasks, "find" | "reschedule">;
  definitions: Record<TaskKind, TaskDefinition>;
};

/**
 * Recalculates the times of an open task, from the start in `change` or its own. A task that was decided or closed in
 * the meantime stays unchanged.
 */
export function createRescheduleTask({ dossiers, tasks, definitions }: Deps) {
  return (
    dossierId: string,
    id: string,
    change: (task: HumanTask) => Partial<TaskTimes> = () => ({}),
  ): Promise<void> =>
    untilNoConflict(async () => {
      const whole = await dossiers.findWhole(dossierId);
      const task = whole?.tasks.find((candidate) => taskId(candidate) === id);
      if (!whole || task?.status !== "open") return;
      const started = { ...task, ...change(task) };
      const timed = { ...started, ...timesOf(definitions[task.kind], started, whole) };
      await tasks.reschedule(task, timed, whole.dossier);
    });
}
export type RescheduleTask = ReturnType<typeof createRescheduleTask>;

/** Recalculates the times of all open tasks of a dossier, after its hold began or ended. */
export function createRescheduleTasks(deps: Deps) {
  const reschedule = createRescheduleTask(deps);
  return async ({ id }: Dossier): Promise<void> => {
    const whole = await deps.dossiers.findWhole(id);
    for (const task of whole?.tasks ?? []) if (task.status === "open") await reschedule(id, taskId(task));
  };
}
export type RescheduleTasks = ReturnType<typeof createRescheduleTasks>;
