import { type Instant, toInstant } from "../domain/calendar.ts";
import { withClock } from "../domain/clocks.ts";
import type { Dossier } from "../domain/dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import type { Actor } from "../domain/people.ts";
import type { Clock, Dossiers, NewId, WholeDossier } from "../domain/ports.ts";
import type { ChangeDossier } from "../dossiers/change-dossier.ts";
import { isAMove } from "./move-is-needed.ts";
import type { RenewExecution } from "./renew-execution.ts";
import { leaveToFollowUp } from "../dossiers/leave-to-follow-up.ts";
import { type Move, moveOf } from "./describe-move.ts";

export type MoveToCurrentVersion = (dossierId: string, by: Actor) => Promise<Move>;

/**
 * Moves a dossier at its stage to a fresh execution with the current definition. First stores a due clock and the
 * requester, then fails the open task's token with `ContinueAsNew`. Follow-up completes an interrupted move, or one
 * that found the workflow between two tasks. Links stay valid, and nobody is mailed.
 */
export function createMoveToCurrentVersion(deps: {
  dossiers: Dossiers;
  changeDossier: ChangeDossier;
  renewExecution: RenewExecution;
  now: Clock;
  newId: NewId;
}): MoveToCurrentVersion {
  return async (dossierId, by) => {
    const whole = await deps.dossiers.findWhole(dossierId);
    if (!whole) throw new GiveUp("DOSSIER_MISSING", { dossier: dossierId });
    const at = toInstant(deps.now());
    const move = moveOf(whole.dossier, whole.tasks, at);
    if (!isAMove(move)) return move;
    const dossier = await deps.changeDossier(
      dossierId,
      (current) => (isStillTo(move, current, whole, at) ? dueNow(current, at) : undefined),
      () => [{ id: deps.newId(), at, by, what: "workflowVersion", from: move.from, to: move.to }],
    );
    if (move.outcome === "moves") await leaveToFollowUp(() => deps.renewExecution(dossier));
    return move;
  };
}

/** Since the read, nobody requested the move and no fresh execution took over. */
const isStillTo = ({ outcome }: Move, current: Dossier, { dossier, tasks }: WholeDossier, at: Instant) =>
  current.run === dossier.run && moveOf(current, tasks, at).outcome === outcome;

const dueNow = (dossier: Dossier, at: string): Dossier => ({
  ...dossier,
  clocks: withClock(dossier.clocks, "executionAge", at),
});
