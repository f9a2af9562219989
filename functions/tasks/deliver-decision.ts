import { addMinutes, toInstant } from "../domain/calendar.ts";
import { Conflict } from "../domain/errors.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import type { Clock, HumanTasks, Workflow } from "../domain/ports.ts";

/** Minutes after which follow-up checks whether the next state consumed a delivered decision. */
const LOOK_AGAIN_MINUTES = 10;

export type DeliverDecision = (task: HumanTask) => Promise<void>;

/**
 * Delivers a stored decision to the workflow. Acceptance by Step Functions is not enough: a decision is delivered when
 * the handler of the next state has marked it consumed. Its clock was set with the decision, so that follow-up repeats
 * the delivery until then. For a task that the workflow has not bound yet, the binding delivers the decision.
 */
export function createDeliverDecision({ workflow }: { workflow: Workflow }): DeliverDecision {
  return async (task) => {
    if (!task.decision || task.consumedAt !== undefined || task.taskToken === undefined) return;
    await workflow.answer(task.taskToken, { task: taskId(task), outcome: task.decision.outcome });
  };
}

type AgainDeps = { tasks: Pick<HumanTasks, "markDelivery">; deliver: DeliverDecision; now: Clock };

/** Delivers a decision to another token, or once more; counts it, and sets the clock of the next look. */
export function createDeliverAgain({ tasks, deliver, now }: AgainDeps): DeliverDecision {
  return async (task) => {
    await deliver(task);
    const again = addMinutes(toInstant(now()), LOOK_AGAIN_MINUTES);
    try {
      await tasks.markDelivery(task.dossierId, taskId(task), again);
    } catch (error) {
      // The next state consumed the decision before this mark: nothing is left to check.
      if (!(error instanceof Conflict)) throw error;
    }
  };
}
