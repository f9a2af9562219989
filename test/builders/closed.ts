import type { Access } from "../../functions/domain/access.ts";
import type { Protocol } from "../../functions/domain/facts.ts";
import type { ClosedDossier } from "../../functions/domain/kept-until.ts";
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

const SIGNATURE = { at: NOW, form: "electronic", by: "Sofie Hoofd" } as const;

export const aSignedProtocol = (differences: Partial<Protocol> = {}): Protocol => ({
  legalBasis: "protocol",
  term: { start: "2026-12-01" },
  submittedAt: NOW,
  consumerDpoAdvice: { outcome: "positive", date: "2026-11-20", name: "Dirk Privacy" },
  signatures: { applicant: SIGNATURE, authority: SIGNATURE },
  ...differences,
});

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
  granted: { protocol: aSignedProtocol() },
  changes: [],
  ...differences,
});
