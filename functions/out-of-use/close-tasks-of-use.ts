import type { Instant } from "../domain/calendar.ts";
import { type HumanTask, parseTaskId, taskId } from "../domain/human-task.ts";
import type { HumanTasks } from "../domain/ports.ts";

/** What only a use that goes on needs. */
const OF_USE: readonly (string | undefined)[] = ["ConfirmYearly", "ConnectOtherChannel"];

/**
 * During an ending there is nothing to check, and no other channel to connect: closes those open tasks, and questions to
 * the team about them.
 */
export async function closeTasksOfUse(
  store: Pick<HumanTasks, "close">,
  tasks: readonly HumanTask[],
  at: Instant,
): Promise<void> {
  for (const task of tasks)
    if (task.status === "open" && isOfUse(task)) await store.close(task.dossierId, taskId(task), at);
}

const isOfUse = ({ kind, about }: HumanTask): boolean =>
  OF_USE.includes(kind) || OF_USE.includes(parseTaskId(about ?? "")?.kind);
