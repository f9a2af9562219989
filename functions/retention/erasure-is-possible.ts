import type { Access } from "../domain/access.ts";
import type { Dossier } from "../domain/dossier.ts";
import { allOf, allowed, refused, type Verdict } from "../domain/verdict.ts";
import { hasSignedProtocol } from "../domain/kept-until.ts";
import { noLegalHold } from "./no-legal-hold.ts";
import { keepingTexts } from "./texts.nl.ts";

/**
 * ERASE-01: on request a closed dossier without a signed protocol is erased before its time. An open dossier must be
 * withdrawn first. A signed protocol is kept by legal duty.
 * Source: GDPR 17(1) and 17(3)(b); e-gov decree of 18/07/2008, art. 8 (the protocol and its publication).
 */
export function erasureIsPossible(dossier: Dossier, accesses: readonly Access[]): Verdict {
  const { open, signed } = keepingTexts.refused;
  return allOf(
    dossier.status === "CLOSED" ? allowed : refused("ERASE-01", open),
    hasSignedProtocol(dossier, accesses) ? refused("ERASE-01", signed) : allowed,
    noLegalHold(dossier),
  );
}
