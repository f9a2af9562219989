import { STAGES, type Stage } from "../../statemachine/contract.ts";
import { type Dossier, endingOf, laterPassOf } from "../domain/dossier.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

type Where = Pick<Dossier, "stage" | "request" | "use">;

/**
 * Stages at which a dossier can resume: the one stage of an ending use, or the stages that an onboarding has reached in
 * its current pass. Stages before the start of a later pass are excluded, because they would ask for something beyond
 * its purpose.
 */
export function stagesReached(dossier: Where): Stage[] {
  if (endingOf(dossier)) return ["OUT_OF_USE"];
  const first = laterPassOf(dossier)?.from ?? "CONTACT";
  return STAGES.slice(STAGES.indexOf(first), STAGES.indexOf(dossier.stage) + 1).filter(
    (known) => known !== "OUT_OF_USE",
  );
}

/**
 * PARK-01: a parked dossier resumes at its own stage or an earlier one of the same pass, never at a later one.
 * Source: design, rule 7: only the workflow moves a dossier from stage to stage.
 */
export const stageIsReached = (dossier: Where, resumeFrom: Stage): Verdict =>
  stagesReached(dossier).includes(resumeFrom)
    ? allowed
    : refused(
        "PARK-01",
        "Vanaf die stap kan dit dossier niet verder. Kies de stap waar het nu is, of een vroegere van deze aanvraag.",
      );
