import { currentAccess } from "../domain/access.ts";
import { type ClosingOutcome, endingOf } from "../domain/dossier.ts";
import type { Actor } from "../domain/people.ts";
import type { Dossiers, WholeDossier, Workflow } from "../domain/ports.ts";
import { refused, type Verdict } from "../domain/verdict.ts";
import type { CloseDossier } from "../dossiers/close-dossier.ts";
import { parkedMayClose } from "./parked-may-close.ts";
import { leaveToFollowUp } from "../dossiers/leave-to-follow-up.ts";

export type CloseParked = (dossierId: string, reason: string, by: Actor) => Promise<Verdict>;

/**
 * Closes a parked dossier. With an access in force the dossier returns to in use instead, as after any given-up
 * request. An execution that still waits for one of its tasks is ended.
 */
export function createCloseParked(deps: {
  dossiers: Dossiers;
  workflow: Workflow;
  closeDossier: CloseDossier;
}): CloseParked {
  return async (dossierId, reason, by) => {
    const whole = await deps.dossiers.findWhole(dossierId);
    const verdict = whole ? parkedMayClose(whole.dossier) : refused("PARK-02", "Dit dossier bestaat niet.");
    if (!whole || !verdict.allowed) return verdict;
    const { run } = whole.dossier;
    await deps.closeDossier(
      dossierId,
      { outcome: outcomeOf(whole), reason, by },
      (current) => current.status === "PARKED" && current.run === run,
    );
    for (const { status, taskToken } of whole.tasks) {
      if (status === "open" && taskToken !== undefined)
        await leaveToFollowUp(async () => void (await deps.workflow.fail(taskToken, "Withdrawn")));
    }
    return verdict;
  };
}

/** A confirmed end of the use keeps its outcome, whatever error parked the dossier afterwards. */
const outcomeOf = ({ dossier, accesses }: WholeDossier): ClosingOutcome =>
  endingOf(dossier) && !currentAccess(accesses) ? "ended" : "closed";
