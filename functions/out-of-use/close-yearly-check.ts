import type { Instant } from "../domain/calendar.ts";
import { type HumanTask, parseTaskId, taskId } from "../domain/human-task.ts";
import type { HumanTasks } from "../domain/ports.ts";

/** During an ending there is nothing to check: closes the open yearly check, and questions to the team about it. */
export async function closeYearlyCheck(
  store: Pick<HumanTasks, "close">,
  tasks: readonly HumanTask[],
  at: Instant,
): Promise<void> {
  for (const task of tasks)
    if (task.status === "open" && isYearlyCheck(task)) await store.close(task.dossierId, taskId(task), at);
}

const isYearlyCheck = ({ kind, about }: HumanTask): boolean =>
  kind === "ConfirmYearly" || parseTaskId(about ?? "")?.kind === "ConfirmYearly";
