import type { Dossier } from "../domain/dossier.ts";
import { firstDayOfRenewal } from "./term-follows-on.ts";
import type { LegalBasis } from "../domain/facts.ts";
import { adviceCarriesOver } from "./consumer-advice-is-there.ts";
import { prefilledTexts as prefilled } from "./submit-texts.nl.ts";

/**
 * Initial values of the protocol, from the intake and the people of the dossier. `carries`: the answers of an earlier
 * protocol stay, beside what can have changed since: the people, the term and the advice.
 */
export function prefilledProtocol(dossier: Dossier, carries = false): Record<string, unknown> {
  const { people, protocol } = dossier;
  const { signatory, secondSignatory, dpo } = people;
  return {
    ...(carries ? {} : fromIntake(dossier)),
    controllers: {
      representedBy: signatory?.name,
      capacity: signatory?.capacity,
      secondSignatory: secondSignatory?.name,
      secondCapacity: secondSignatory?.capacity,
      dpo: dpo && prefilled.dpo(dpo),
    },
    term: { start: firstDayOfRenewal(dossier) },
    advice: adviceCarriesOver(dossier) ? adviceIn(protocol) : undefined,
  };
}

const fromIntake = ({ organisation, intake }: Dossier) => ({
  purposes: intake?.purpose,
  data: { categories: intake?.dataCategories },
  recipients: prefilled.recipients(intake?.recipients ?? organisation.name, intake?.processor),
  retention: intake?.retention,
  legalGround: { communication: intake?.legalBasis },
  periodicity: intake && prefilled.periodicity(intake),
  format: { exchange: intake && prefilled.exchange(intake) },
});

function adviceIn(protocol: LegalBasis | undefined) {
  const { hasConditions, outcome, date, name } = protocol?.consumerDpoAdvice ?? {};
  return { outcome: hasConditions ? "conditions" : outcome, date, name };
}
