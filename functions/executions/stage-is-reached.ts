import { STAGES, type Stage } from "../../statemachine/contract.ts";
import type { Dossier } from "../domain/dossier.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

type Where = Pick<Dossier, "stage" | "ending" | "laterPass">;

/**
 * The stages that a dossier can go on from: the end of a use has one, an onboarding those that it has reached, in the
 * pass that it is in. From before its beginning a later pass would ask a second thing beside what it already asks.
 */
export const stagesReached = ({ stage, ending, laterPass }: Where): Stage[] =>
  ending
    ? ["OUT_OF_USE"]
    : STAGES.slice(STAGES.indexOf(laterPass?.from ?? "CONTACT"), STAGES.indexOf(stage) + 1).filter(
        (known) => known !== "OUT_OF_USE",
      );

/**
 * PARK-01: a parked dossier goes on from its own stage or an earlier one of the same pass, never from a later one.
 * Source: design, rule 7: only the workflow moves a dossier from stage to stage.
 */
export const stageIsReached = (dossier: Where, resumeFrom: Stage): Verdict =>
  stagesReached(dossier).includes(resumeFrom)
    ? allowed
    : refused(
        "PARK-01",
        "Vanaf die stap kan dit dossier niet verder. Kies de stap waar het nu is, of een vroegere van deze aanvraag.",
      );
