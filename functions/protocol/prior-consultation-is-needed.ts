import type { Dossier } from "../domain/dossier.ts";

/**
 * PROTOCOL-02: with a high residual risk the supervisor is consulted before the protocol is signed; once its answer is
 * favourable, it is not consulted again until there is another DPIA.
 * Source: GDPR 36(1).
 */
export const priorConsultationIsNeeded = ({ dpia }: Pick<Dossier, "dpia">): boolean =>
  dpia?.residualRisk === "high" && dpia.priorConsultation === undefined;
