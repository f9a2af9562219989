import type { Access } from "../../functions/domain/access.ts";
import type { ClosedDossier } from "../../functions/domain/kept-until.ts";
import { anAgreement } from "./agreement.ts";
import { aDossier, NOW } from "./dossier.ts";

/** A withdrawn dossier. */
export function aClosedDossier(differences: Partial<ClosedDossier> = {}): ClosedDossier {
  return {
    ...aDossier(),
    status: "CLOSED",
    closed: {
      at: NOW,
      outcome: "withdrawn",
      reason: "We doen het niet",
      by: { role: "applicant", id: "person-contact", name: "An Voorbeeld" },
    },
    ...differences,
  };
}

export const anAccess = (differences: Partial<Access> = {}): Access => ({
  dossierId: "01HZ0000000000000000000000",
  pass: 1,
  organisation: aDossier().organisation,
  purpose: "Diploma's nakijken",
  channels: ["web-service"],
  protocolVersion: "1-1",
  start: "2026-12-01",
  contacts: aDossier().people,
  status: "in-force",
  granted: anAgreement(),
  changes: [],
  ...differences,
});
