import type { Dossier } from "../domain/dossier.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * PROTOCOL-01: the protocol phase starts after a conclusion on the DPIA; a required DPIA must be accepted first.
 * Source: GDPR 35(1): the DPIA comes prior to the processing; design, rule 9.
 */
export function dpiaIsConcluded({ dpia }: Pick<Dossier, "dpia">): Verdict {
  if (!dpia) return refused("PROTOCOL-01", "Er is nog geen conclusie over de DPIA.");
  return dpia.conclusion === "required" && !dpia.acceptedAt
    ? refused("PROTOCOL-01", "De DPIA is nog niet aanvaard.")
    : allowed;
}
