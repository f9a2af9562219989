import type { Dossier } from "../domain/dossier.ts";

/**
 * PROTOCOL-02: with a high residual risk the supervisor is consulted before the protocol is signed. A favourable answer
 * remains valid until the next DPIA.
 * Source: GDPR 36(1).
 */
export const priorConsultationIsNeeded = ({ dpia }: Pick<Dossier, "dpia">): boolean =>
  dpia?.residualRisk === "high" && dpia.priorConsultation === undefined;
