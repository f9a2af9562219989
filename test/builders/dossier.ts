import type { OnboardingDossier } from "../../functions/domain/dossier.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import type { z } from "zod";

export const NOW = "2026-11-23T09:00:00.000Z";

/** A dossier that is onboarding; a test says only what it is about. */
export function aDossier(
  differences: Partial<z.infer<typeof OnboardingDossier>> = {},
): Extract<Dossier, { status: "ONBOARDING" }> {
  return {
    id: "01HZ0000000000000000000000",
    reference: "LED-2026-00042",
    status: "ONBOARDING",
    organisation: { name: "Gemeente Voorbeeldegem", type: "local-authority", enterpriseNumber: "0207494678" },
    people: {
      contact: { id: "person-contact", name: "An Voorbeeld", email: "an@voorbeeldegem.example" },
      dpo: { id: "person-dpo", name: "Dirk Privacy", email: "dpo@voorbeeldegem.example" },
      signatory: {
        id: "person-signatory",
        name: "Sofie Hoofd",
        email: "sofie@voorbeeldegem.example",
        capacity: "algemeen directeur",
      },
    },
    stage: "INTAKE",
    since: NOW,
    openedAt: NOW,
    pass: 1,
    rounds: {},
    run: 1,
    clocks: {},
    pauses: [],
    version: 0,
    ...differences,
  };
}
