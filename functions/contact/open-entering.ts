import { toInstant } from "../domain/calendar.ts";
import { withoutClock } from "../domain/clocks.ts";
import type { Dossier } from "../domain/dossier.ts";
import { Withdrawn } from "../domain/errors.ts";
import type { Clock, HumanTasks } from "../domain/ports.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import { newTask } from "../tasks/open-task.ts";
import { enterUse } from "./enter-use.ts";

export type OpenEntering = (dossier: Dossier) => Promise<void>;

/**
 * Opens the task in which the LED team enters a use. It mails nobody: whoever opened the dossier is sent to the task.
 * Idempotent; follow-up repeats it until the clock is cleared.
 */
export function createOpenEntering(deps: {
  tasks: Pick<HumanTasks, "open">;
  changeDossier: ChangeDossier;
  now: Clock;
}): OpenEntering {
  return async (dossier) => {
    if (dossier.status === "ENTERING" && !dossier.request.closing) await openOnce(deps, dossier);
    await deps.changeDossier(dossier.id, (current) =>
      "entering" in current.clocks
        ? { ...current, clocks: withoutClock(current.clocks, "entering") }
        : undefined,
    );
  };
}

async function openOnce(
  { tasks, now }: { tasks: Pick<HumanTasks, "open">; now: Clock },
  dossier: Dossier,
): Promise<void> {
  try {
    await tasks.open(newTask(enterUse, dossier, toInstant(now()), {}), dossier);
  } catch (error) {
    // It was given up in the meantime.
    if (!(error instanceof Withdrawn)) throw error;
  }
}
