import { type Access, accessOf } from "../../functions/domain/access.ts";
import { SYSTEM } from "../../functions/domain/people.ts";
import { aConnection, anAgreement, aSignedProtocol } from "./agreement.ts";
import { aDossier, NOW } from "./dossier.ts";

/** An access in force, from 1 December 2026 for three years. */
export function anAccess(differences: Partial<Access> = {}): Access {
  const agreement = anAgreement({
    protocol: aSignedProtocol({ term: { start: "2026-12-01", end: "2029-11-30" } }),
    connection: aConnection(["web-service", "web-application"]),
  });
  return { ...accessOf(aDossier(), agreement, 2, { by: SYSTEM, at: NOW }), ...differences };
}
