import { toInstant } from "../domain/calendar.ts";
import { GiveUp } from "../domain/errors.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import type { Clock, HumanTasks } from "../domain/ports.ts";
import { isSideTask, type SideTask } from "../domain/process.ts";
import type { DeliverDecision } from "./deliver-decision.ts";

/** Follows the decision of a side task. Idempotent: follow-up repeats it until it succeeds. */
export type SideAct = (task: HumanTask) => Promise<void>;
export type SideActs = Record<SideTask, SideAct>;

/** Passes a stored decision to the workflow, or to the act of its side task. */
export function createPassOnDecision(deps: {
  tasks: HumanTasks;
  deliver: DeliverDecision;
  sideActs: SideActs;
  now: Clock;
}) {
  return async (task: HumanTask): Promise<void> => {
    if (!isSideTask(task.kind)) return deps.deliver(task);
    if (!task.decision) throw new GiveUp("TASK_NOT_DECIDED", { dossier: task.dossierId, task: taskId(task) });
    await deps.sideActs[task.kind](task);
    await deps.tasks.markConsumed(task.dossierId, taskId(task), toInstant(deps.now()));
  };
}
