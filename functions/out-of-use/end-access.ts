import { endedOn, endedWith } from "../domain/access.ts";
import { toInstant } from "../domain/calendar.ts";
import { type Dossier, endOfUseOf } from "../domain/dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import type { Accesses, Clock, Dossiers, HumanTasks } from "../domain/ports.ts";
import type { BeginState, StatePayload } from "../executions/begin-state.ts";
import { whoDecided } from "../tasks/decided-by.ts";
import { closeTasksOfUse } from "./close-tasks-of-use.ts";

export type EndAccessDeps = {
  tasks: Pick<HumanTasks, "find" | "close">;
  dossiers: Pick<Dossiers, "findWhole">;
  accesses: Accesses;
  now: Clock;
};

/**
 * Ends the access on the day that the LED team confirmed in the task `because`, and closes the yearly check.
 * Idempotent.
 */
export async function endAccess(
  { dossiers, accesses, tasks, now }: EndAccessDeps,
  dossier: Dossier,
  because: string | undefined,
): Promise<void> {
  const { id } = dossier;
  const endOfUse = endOfUseOf(dossier);
  if (!endOfUse) throw new GiveUp("END_NOT_CONFIRMED", { dossier: id });
  const whole = await dossiers.findWhole(id);
  const at = toInstant(now());
  const day = endOfUse.consultationEndedOn;
  const change = { at, by: await whoDecided(tasks, id, because) };
  // The current access comes last: until it has ended, a retry repeats all of this.
  for (const access of endedWith(whole?.accesses ?? [], day).toSorted((a, b) => a.pass - b.pass))
    await accesses.change(endedOn(access, day, change), access);
  await closeTasksOfUse(tasks, whole?.tasks ?? [], at);
}

/** The state between the confirmation of an end and the reversal period. */
export function createEndAccess(deps: EndAccessDeps & { beginState: BeginState }) {
  return async (payload: StatePayload): Promise<void> =>
    endAccess(deps, await deps.beginState(payload), payload.previous ?? undefined);
}
