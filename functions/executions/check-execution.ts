import { addDays, toInstant } from "../domain/calendar.ts";
import { withClock, withoutClock } from "../domain/clocks.ts";
import { type Dossier, executionOf, isUnderWay } from "../domain/dossier.ts";
import type { Clock, Workflow } from "../domain/ports.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import type { ParkDossier } from "./park-dossier.ts";
import { CHECK_DAYS } from "./start-execution.ts";

export type CheckExecution = (dossier: Dossier) => Promise<void>;

/**
 * Parks a dossier whose execution disappeared without an event, for example when an event was lost. A pending start or
 * withdrawal has its own clock.
 */
export function createCheckExecution(deps: {
  workflow: Pick<Workflow, "isRunning">;
  changeDossier: ChangeDossier;
  park: ParkDossier;
  now: Clock;
}): CheckExecution {
  return async (dossier) => {
    const { id, run } = dossier;
    const isWatched = isUnderWay(dossier) && !dossier.request.start && !dossier.request.closing;
    if (isWatched && !(await deps.workflow.isRunning(executionOf(dossier))))
      await deps.park({ dossierId: id, run, error: "EXECUTION_GONE", cause: `run=${run}` });
    const again = addDays(toInstant(deps.now()), CHECK_DAYS);
    await deps.changeDossier(id, (current) => {
      if (!("executionCheck" in current.clocks)) return undefined;
      const clocks = isUnderWay(current)
        ? withClock(current.clocks, "executionCheck", again)
        : withoutClock(current.clocks, "executionCheck");
      return { ...current, clocks };
    });
  };
}
