import { currentAccess } from "../domain/access.ts";
import { toInstant } from "../domain/calendar.ts";
import type { Actor } from "../domain/people.ts";
import type { Clock, Dossiers, NewId } from "../domain/ports.ts";
import type { Verdict } from "../domain/verdict.ts";
import { type AmendableStage, amendmentIsPossible } from "./amendment-is-possible.ts";
import { type ChangeDossier, judgeAndChange } from "../dossiers/change-dossier.ts";
import { withLaterPass } from "../executions/later-pass.ts";
import { type LaunchExecution } from "../executions/start-execution.ts";

export type AmendDossier = (
  dossierId: string,
  amendment: { stage: AmendableStage; reason: string },
  by: Actor,
) => Promise<Verdict>;

/**
 * Reopens a dossier in use for a changed purpose or a new channel: its next pass starts at a stage. The access stays in
 * force unchanged until the new protocol is signed.
 */
export function createAmendDossier(deps: {
  dossiers: Pick<Dossiers, "findWhole">;
  changeDossier: ChangeDossier;
  launch: LaunchExecution;
  now: Clock;
  newId: NewId;
}): AmendDossier {
  return async (dossierId, { stage, reason }, by) => {
    const at = toInstant(deps.now());
    const { accesses = [] } = (await deps.dossiers.findWhole(dossierId)) ?? {};
    return judgeAndChange(deps.changeDossier, dossierId, {
      judge: (current) => amendmentIsPossible(current, stage),
      change: (current) => {
        if (current.status !== "IN_USE") return undefined;
        // A request that was given up has a pass too, but no access.
        const of = currentAccess(accesses)?.pass ?? current.pass;
        return withLaterPass(current, { kind: "amendment", of, reason, by, from: stage, at });
      },
      records: (before) => [{ id: deps.newId(), at, by, what: "amended", from: before.pass, to: stage }],
      then: deps.launch,
    });
  };
}
