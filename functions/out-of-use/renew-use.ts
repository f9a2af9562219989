import { currentAccess } from "../domain/access.ts";
import { toInstant } from "../domain/calendar.ts";
import { reasonOf } from "../domain/human-task.ts";
import { SYSTEM } from "../domain/people.ts";
import type { Clock, Dossiers, HumanTasks } from "../domain/ports.ts";
import { type BeginState, mustGoOn, type StatePayload } from "../executions/begin-state.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import { mustStartAtIntake, withLaterPass } from "../executions/later-pass.ts";
import type { LaunchExecution } from "../executions/start-execution.ts";

/**
 * A renewal is the next pass of the same dossier, starting at the protocol; for a use that the team entered at the intake. The access stays in force until its end, or
 * until the newly signed protocol replaces it.
 */
export function createRenewUse(deps: {
  beginState: BeginState;
  dossiers: Pick<Dossiers, "findWhole">;
  changeDossier: ChangeDossier;
  launch: LaunchExecution;
  tasks: Pick<HumanTasks, "find">;
  now: Clock;
}) {
  return async (payload: StatePayload): Promise<void> => {
    const { id } = await deps.beginState(payload);
    const decided = payload.previous === null ? undefined : await deps.tasks.find(id, payload.previous);
    const { accesses = [] } = (await deps.dossiers.findWhole(id)) ?? {};
    const dossier = await deps.changeDossier(id, (current) => {
      mustGoOn(current, payload);
      if (current.status !== "ENDING") throw new GiveUp("NOTHING_ENDS", { dossier: id });
      return withLaterPass(current, {
        kind: "renewal",
        of: currentAccess(accesses)?.pass ?? current.pass,
        reason: reasonOf(decided),
        by: decided?.decision?.by ?? SYSTEM,
        from: mustStartAtIntake(current) ? "INTAKE" : "PROTOCOL",
        at: toInstant(deps.now()),
      });
    });
    await deps.launch(dossier);
  };
}
