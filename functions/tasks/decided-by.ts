import { type Actor, SYSTEM } from "../domain/people.ts";
import type { HumanTasks } from "../domain/ports.ts";

/** The actor of the decision that led here; the system where there is none. */
export async function whoDecided(
  tasks: Pick<HumanTasks, "find">,
  dossierId: string,
  taskId: string | undefined,
): Promise<Actor> {
  const task = taskId === undefined ? undefined : await tasks.find(dossierId, taskId);
  return task?.decision?.by ?? SYSTEM;
}
