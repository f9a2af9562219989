import { endedOn, endedWith } from "../domain/access.ts";
import { toInstant } from "../domain/calendar.ts";
import { GiveUp } from "../domain/errors.ts";
import { type HumanTask, parseTaskId, taskId } from "../domain/human-task.ts";
import type { Accesses, Clock, Dossiers, HumanTasks } from "../domain/ports.ts";
import type { OpenTask } from "../workflow/open-task.ts";
import { whoDecided } from "../workflow/who-decided.ts";

/**
 * The access ends on the day that the LED team confirmed; from then on the end can be reversed for a while. With it the
 * yearly check is over: there is no use to check.
 */
export function createOpenReversal(deps: {
  openTask: OpenTask;
  tasks: Pick<HumanTasks, "find" | "close">;
  dossiers: Dossiers;
  accesses: Accesses;
  now: Clock;
}): OpenTask {
  return async (definition, dossier, opening) => {
    if (!dossier.endOfUse) throw new GiveUp("END_NOT_CONFIRMED", { dossier: dossier.id });
    const { accesses = [], tasks = [] } = (await deps.dossiers.findWhole(dossier.id)) ?? {};
    const at = toInstant(deps.now());
    const day = dossier.endOfUse.consultationEndedOn;
    const change = { at, by: await whoDecided(deps.tasks, dossier.id, opening.because) };
    // The current one last: until it has ended all of this is done again.
    for (const access of endedWith(accesses, day).toSorted((a, b) => a.pass - b.pass))
      await deps.accesses.change(endedOn(access, day, change), access);
    for (const task of tasks)
      if (task.status === "open" && isYearlyCheck(task)) await deps.tasks.close(dossier.id, taskId(task), at);
    await deps.openTask(definition, dossier, opening);
  };
}

/** The yearly check itself, and what the LED team was asked about it. */
const isYearlyCheck = ({ kind, about }: HumanTask): boolean =>
  kind === "ConfirmYearly" || parseTaskId(about ?? "")?.kind === "ConfirmYearly";
