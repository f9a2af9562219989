import { addDays, toInstant } from "../domain/calendar.ts";
import { withClock, withoutClock } from "../domain/clocks.ts";
import { type Dossier, isUnderWay } from "../domain/dossier.ts";
import type { HumanTask } from "../domain/human-task.ts";
import type { Clock, Dossiers, Workflow } from "../domain/ports.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";

/** Age in days at which a fresh execution takes over; an execution lasts a year at most. */
export const OLD_EXECUTION_DAYS = 300;
/** Days until the next attempt, where the execution was between two human tasks. */
export const AGAIN_DAYS = 1;

export type RenewExecution = (dossier: Dossier) => Promise<void>;

/**
 * Replaces an old execution with a fresh one at the same stage and round, unnoticed by people. The token of the open
 * task is failed with `ContinueAsNew`, the workflow starts anew, and the task gets the new token. The clock is set
 * last, so the next sweep retries when the workflow was not reached.
 */
export function createRenewExecution(deps: {
  dossiers: Dossiers;
  workflow: Workflow;
  changeDossier: ChangeDossier;
  now: Clock;
}): RenewExecution {
  return async ({ id, run }) => {
    const whole = await deps.dossiers.findWhole(id);
    if (!whole || whole.dossier.run !== run) return;
    if (isUnderWay(whole.dossier) && !whole.dossier.request.closing)
      await interrupt(deps.workflow, whole.tasks);
    const again = addDays(toInstant(deps.now()), AGAIN_DAYS);
    await deps.changeDossier(id, (current) => {
      if (current.run !== run) return undefined;
      const clocks = isUnderWay(current)
        ? withClock(current.clocks, "executionAge", again)
        : withoutClock(current.clocks, "executionAge");
      return { ...current, clocks };
    });
  };
}

async function interrupt(workflow: Workflow, tasks: HumanTask[]): Promise<void> {
  for (const { status, taskToken } of tasks)
    if (status === "open" && taskToken !== undefined) await workflow.fail(taskToken, "ContinueAsNew");
}
