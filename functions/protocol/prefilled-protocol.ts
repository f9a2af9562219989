import type { Dossier } from "../domain/dossier.ts";
import { protocolTexts } from "./texts.nl.ts";

/** What a protocol can already say, from the intake and the people of the dossier. */
export function prefilledProtocol({ organisation, people, intake }: Dossier): Record<string, unknown> {
  const { signatory, dpo } = people;
  const { prefilled } = protocolTexts;
  return {
    controllers: {
      representedBy: signatory?.name,
      capacity: signatory?.capacity,
      dpo: dpo && prefilled.dpo(dpo),
    },
    purposes: intake?.purpose,
    data: { categories: intake && prefilled.categories(intake) },
    recipients: organisation.name,
    legalGround: { communication: intake?.legalBasis },
    periodicity: intake && prefilled.periodicity(intake),
    format: { exchange: intake && prefilled.exchange(intake) },
  };
}
