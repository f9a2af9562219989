import { addDays, toInstant } from "../domain/calendar.ts";
import { withClock, withoutClock } from "../domain/clocks.ts";
import { type Dossier, isUnderWay } from "../domain/dossier.ts";
import type { HumanTask } from "../domain/human-task.ts";
import type { Clock, Dossiers, Workflow } from "../domain/ports.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";

/** An execution lasts a year at most: at this age a fresh one takes over. */
export const OLD_EXECUTION_DAYS = 300;
/** When to try again, where the execution was between two human tasks. */
export const AGAIN_DAYS = 1;

export type RenewExecution = (dossier: Dossier) => Promise<void>;

/**
 * Makes an execution that has grown old give way to a fresh one at the same stage and round. It waits at an open task:
 * that task's token is failed with `ContinueAsNew`, which the workflow answers by starting anew; the task gets the new
 * token, and nobody notices. The clock is set last: what did not reach the workflow is tried by the next sweep.
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
    if (isUnderWay(whole.dossier) && !whole.dossier.closing) await interrupt(deps.workflow, whole.tasks);
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
