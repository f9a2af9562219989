import { STAGES, type Stage } from "../../statemachine/contract.ts";
import type { Dossier } from "../domain/dossier.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

type Where = Pick<Dossier, "stage" | "ending">;

/** The stages that a dossier can go on from: the end of a use has one, an onboarding those that it has reached. */
export const stagesReached = ({ stage, ending }: Where): Stage[] =>
  ending
    ? ["OUT_OF_USE"]
    : STAGES.slice(0, STAGES.indexOf(stage) + 1).filter((known) => known !== "OUT_OF_USE");

/**
 * PARK-01: a parked dossier goes on from its own stage or an earlier one, never from a later one.
 * Source: design, rule 7: only the workflow moves a dossier from stage to stage.
 */
export const stageIsReached = (dossier: Where, resumeFrom: Stage): Verdict =>
  stagesReached(dossier).includes(resumeFrom)
    ? allowed
    : refused("PARK-01", "Dit dossier is nog niet zo ver. Kies de stap waar het nu is, of een vroegere.");
