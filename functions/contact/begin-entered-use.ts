import { toInstant } from "../domain/calendar.ts";
import { withoutClock } from "../domain/clocks.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Clock } from "../domain/ports.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import { type LaunchExecution, withNextRun } from "../executions/start-execution.ts";
import type { SideAct } from "../tasks/pass-on-decision.ts";

/**
 * Follows the entering of a use: an execution starts where the use starts, or where a channel is connected while none is.
 * Idempotent.
 */
export function createBeginEnteredUse(deps: {
  changeDossier: ChangeDossier;
  launch: LaunchExecution;
  now: Clock;
}): SideAct {
  return async ({ dossierId }) => {
    const at = toInstant(deps.now());
    const dossier = await deps.changeDossier(dossierId, (current) => begun(current, at));
    await deps.launch(dossier);
  };
}

function begun(dossier: Dossier, at: string): Dossier | undefined {
  if (dossier.status !== "ENTERING" || dossier.request.closing) return undefined;
  const stage = dossier.connection ? "IN_USE" : "MAGDA";
  const clocks = withoutClock(dossier.clocks, "entering");
  return withNextRun({ ...dossier, status: "ONBOARDING", request: {}, stage, since: at, clocks }, stage, at);
}
