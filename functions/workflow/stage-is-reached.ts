import { STAGES, type Stage } from "../../statemachine/contract.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * PARK-01: a parked dossier goes on from its own stage or an earlier one, never from a later one.
 * Source: design, rule 7: only the workflow moves a dossier from stage to stage.
 */
export const stageIsReached = (current: Stage, resumeFrom: Stage): Verdict =>
  STAGES.indexOf(resumeFrom) <= STAGES.indexOf(current)
    ? allowed
    : refused("PARK-01", "Dit dossier is nog niet zo ver. Kies de stap waar het nu is, of een vroegere.");
