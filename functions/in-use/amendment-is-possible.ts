import type { Stage } from "../../statemachine/contract.ts";
import { earlierRequestHasEnded } from "../dossiers/earlier-request-has-ended.ts";
import { type Dossier, endingAskedOf } from "../domain/dossier.ts";
import { mustStartAtIntake } from "../executions/later-pass.ts";
import { allOf, allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * Stages at which a dossier in use can be reopened. Each leads to a new protocol, with new advice and new signatures.
 */
export const AMENDABLE_STAGES = ["INTAKE", "DPIA", "PROTOCOL"] as const satisfies Stage[];
export type AmendableStage = (typeof AMENDABLE_STAGES)[number];

/**
 * AMEND-01: a dossier in use can be reopened at a step that leads to a new protocol; a use that the team entered at the
 * intake, since there is no DPIA of it.
 * Source: domain, "Protocol": an amendment is a new version with new advice and new signatures.
 */
export function amendmentIsPossible(dossier: Dossier, stage: Stage): Verdict {
  return allOf(
    earlierRequestHasEnded(dossier),
    dossier.status === "IN_USE"
      ? allowed
      : refused("AMEND-01", "Alleen een dossier dat in gebruik is, kan je opnieuw openen."),
    endingAskedOf(dossier) ? refused("AMEND-01", "Het gebruik van dit dossier loopt al af.") : allowed,
    AMENDABLE_STAGES.some((known) => known === stage)
      ? allowed
      : refused("AMEND-01", "Kies de intake, de DPIA of het protocol.", "stage"),
    mustStartAtIntake(dossier) && stage !== "INTAKE"
      ? refused(
          "AMEND-01",
          "Dit gebruik is ingevoerd, zonder intake en DPIA in dit systeem. Begin bij de intake.",
          "stage",
        )
      : allowed,
  );
}
