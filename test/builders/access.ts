import { type Access, accessOf } from "../../functions/domain/access.ts";
import { SYSTEM } from "../../functions/domain/people.ts";
import { aDossier, NOW } from "./dossier.ts";
import { anIntake } from "./intake.ts";

/** An access in force, from 1 December 2026 for three years. */
export function anAccess(differences: Partial<Access> = {}): Access {
  const granted = accessOf(
    aDossier({
      intake: anIntake({ purpose: "Diploma's nakijken" }),
      protocol: {
        legalBasis: "protocol",
        term: { start: "2026-12-01", end: "2029-11-30" },
        submittedAt: NOW,
        consumerDpoAdvice: { outcome: "positive", date: "2026-10-01", name: "Dirk Privacy" },
        signatures: {},
      },
      connection: {
        channels: ["web-service", "web-application"],
        reference: "TAN-1",
        productionDate: "2026-11-20",
        reportedBy: "An Voorbeeld",
        realisedAt: NOW,
      },
    }),
    2,
    SYSTEM,
    NOW,
  );
  if (!granted) throw new Error("nothing to grant");
  return { ...granted, ...differences };
}
