import { addMinutes, toInstant } from "../domain/calendar.ts";
import { Conflict } from "../domain/errors.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import type { Clock, HumanTasks, Workflow } from "../domain/ports.ts";

/** When follow-up looks again whether the next state has consumed a delivered decision. */
const LOOK_AGAIN_MINUTES = 10;

export type DeliverDecision = (task: HumanTask) => Promise<void>;

/**
 * Hands a stored decision to the workflow. An accepted answer alone does not count: the decision is delivered when the
 * handler of the next state has marked it consumed, and until then follow-up comes back to it. A decision on a task
 * that the workflow has not bound yet waits for that: binding delivers it.
 */
export function createDeliverDecision(deps: {
  tasks: HumanTasks;
  workflow: Workflow;
  now: Clock;
}): DeliverDecision {
  return async (task) => {
    if (!task.decision || task.consumedAt !== undefined || task.taskToken === undefined) return;
    const id = taskId(task);
    await deps.workflow.answer(task.taskToken, { task: id, outcome: task.decision.outcome });
    try {
      await deps.tasks.markDelivery(
        task.dossierId,
        id,
        addMinutes(toInstant(deps.now()), LOOK_AGAIN_MINUTES),
      );
    } catch (error) {
      // The next state was quicker than this mark: the decision is consumed, and nothing is left to look at.
      if (!(error instanceof Conflict)) throw error;
    }
  };
}
