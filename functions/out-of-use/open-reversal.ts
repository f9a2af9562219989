import { currentAccess, endedOn } from "../domain/access.ts";
import { toInstant } from "../domain/calendar.ts";
import { GiveUp } from "../domain/errors.ts";
import type { Accesses, Clock, Dossiers, HumanTasks } from "../domain/ports.ts";
import type { OpenTask } from "../workflow/open-task.ts";
import { whoDecided } from "../workflow/who-decided.ts";

/** The access ends on the day that the LED team confirmed; from then on the end can be reversed for a while. */
export function createOpenReversal(deps: {
  openTask: OpenTask;
  tasks: Pick<HumanTasks, "find">;
  dossiers: Dossiers;
  accesses: Accesses;
  now: Clock;
}): OpenTask {
  return async (definition, dossier, opening) => {
    if (!dossier.endOfUse) throw new GiveUp("END_NOT_CONFIRMED", { dossier: dossier.id });
    const { accesses = [] } = (await deps.dossiers.findWhole(dossier.id)) ?? {};
    const access = currentAccess(accesses);
    if (access) {
      const by = await whoDecided(deps.tasks, dossier.id, opening.because);
      const change = { at: toInstant(deps.now()), by };
      await deps.accesses.change(endedOn(access, dossier.endOfUse.consultationEndedOn, change), access);
    }
    await deps.openTask(definition, dossier, opening);
  };
}
