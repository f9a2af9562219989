import type { Dossier } from "../domain/dossier.ts";
import { firstDayOfRenewal } from "./term-follows-on.ts";
import type { Protocol } from "../domain/facts.ts";
import { adviceCarriesOver } from "./consumer-advice-is-there.ts";
import { prefilledTexts as prefilled } from "./submit-texts.nl.ts";

/** Initial values of the protocol, from the intake and the people of the dossier. */
export function prefilledProtocol(dossier: Dossier): Record<string, unknown> {
  const { organisation, people, intake, protocol } = dossier;
  const { signatory, secondSignatory, dpo } = people;
  return {
    controllers: {
      representedBy: signatory?.name,
      capacity: signatory?.capacity,
      secondSignatory: secondSignatory?.name,
      secondCapacity: secondSignatory?.capacity,
      dpo: dpo && prefilled.dpo(dpo),
    },
    purposes: intake?.purpose,
    data: { categories: intake?.dataCategories },
    recipients: prefilled.recipients(intake?.recipients ?? organisation.name, intake?.processor),
    retention: intake?.retention,
    legalGround: { communication: intake?.legalBasis },
    term: { start: firstDayOfRenewal(dossier) },
    periodicity: intake && prefilled.periodicity(intake),
    advice: adviceCarriesOver(dossier) ? adviceIn(protocol?.consumerDpoAdvice) : undefined,
    format: { exchange: intake && prefilled.exchange(intake) },
  };
}

const adviceIn = (advice: Protocol["consumerDpoAdvice"] | undefined) =>
  advice && {
    ...{ outcome: advice.hasConditions ? "conditions" : advice.outcome },
    ...{ date: advice.date, name: advice.name },
  };
