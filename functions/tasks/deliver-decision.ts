import { addMinutes, toInstant } from "../domain/calendar.ts";
import { Conflict } from "../domain/errors.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import type { Clock, HumanTasks, Workflow } from "../domain/ports.ts";

/** Minutes after which follow-up checks whether the next state consumed a delivered decision. */
const LOOK_AGAIN_MINUTES = 10;

export type DeliverDecision = (task: HumanTask) => Promise<void>;

/**
 * Delivers a stored decision to the workflow. Acceptance by Step Functions is not enough: a decision is delivered when
 * the handler of the next state has marked it consumed, and follow-up repeats the delivery until then. For a task that
 * the workflow has not bound yet, the binding delivers the decision.
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
      // The next state consumed the decision before this mark: nothing is left to check.
      if (!(error instanceof Conflict)) throw error;
    }
  };
}
