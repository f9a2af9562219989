import { toInstant } from "../domain/calendar.ts";
import { isUnderWay, stageToResume } from "../domain/dossier.ts";
import type { Clock } from "../domain/ports.ts";
import type { BeginState, StatePayload } from "./begin-state.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import { type LaunchExecution, withNextRun } from "./start-execution.ts";

/**
 * Moves a dossier to a fresh execution at its stage, invisibly to people. An execution may last one year, and only a
 * fresh one uses a changed definition. A dossier that was parked or closed meanwhile stays so.
 */
export function createContinueAsNew(deps: {
  beginState: BeginState;
  changeDossier: ChangeDossier;
  launch: LaunchExecution;
  now: Clock;
}) {
  return async (payload: StatePayload): Promise<void> => {
    await deps.beginState(payload, { parked: true });
    const dossier = await deps.changeDossier(payload.dossierId, (current) =>
      current.run === payload.run && isUnderWay(current)
        ? withNextRun(current, stageToResume(current), toInstant(deps.now()))
        : undefined,
    );
    await deps.launch(dossier);
  };
}
