import type { Instant } from "../domain/calendar.ts";
import { type HumanTask, parseTaskId, taskId } from "../domain/human-task.ts";
import type { HumanTasks } from "../domain/ports.ts";

/** Tasks that make no sense once the use ends. */
const OF_USE: readonly (string | undefined)[] = ["ConfirmYearly", "ConnectOtherChannel"];

/**
 * Closes these tasks where they are open, and the questions to the team about them. During an ending nobody checks the
 * data or connects another channel.
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
