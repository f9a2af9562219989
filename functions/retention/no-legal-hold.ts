import type { Dossier } from "../domain/dossier.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";
import { keepingTexts } from "./texts.nl.ts";

/**
 * RETENTION-03: during a legal hold nothing of the dossier is deleted, on nobody's request, and no deletion is
 * announced.
 * Source: GDPR 17(3)(e) and 18(2): data that a legal claim needs stay.
 */
export const noLegalHold = ({ legalHold }: Dossier): Verdict =>
  legalHold ? refused("RETENTION-03", keepingTexts.refused.legalHold) : allowed;
