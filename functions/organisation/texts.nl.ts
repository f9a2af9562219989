import type { Dossier } from "../domain/dossier.ts";
import { organisationTypeNames } from "../domain/texts.nl.ts";

/** Why the organisation changed, as the timeline says it. */
export const organisationChangeNames = {
  renamed: "De organisatie kreeg een andere naam",
  merged: "De organisatie ging op in een andere",
  corrected: "De gegevens klopten niet",
};

export const changeOrganisationTexts = {
  title: "Wijzig de organisatie",
  intro: ({ organisation, protocol }: Dossier): string =>
    [
      `Kreeg ${organisation.name} een andere naam, ging ze op in een andere organisatie, of klopten haar gegevens niet? Vul in hoe het nu is. De personen wijzig je apart.`,
      ...(protocol?.fixed
        ? ["De tekst van het protocol ligt al vast: die houdt de naam die er toen in stond."]
        : ["Documenten die er al zijn, houden de naam die er toen in stond."]),
    ].join(" "),
  fields: {
    why: { label: "Wat is er gebeurd?", options: organisationChangeNames },
    name: { label: "Naam van de organisatie" },
    type: { label: "Soort organisatie", options: organisationTypeNames },
    enterpriseNumber: { label: "Ondernemingsnummer (KBO)" },
    ovoCode: {
      label: "OVO-code",
      hint: "Alleen voor departementen en agentschappen van de Vlaamse overheid.",
    },
    reason: {
      label: "Licht toe",
      hint: "Bijvoorbeeld de beslissing en de datum ervan. De aanvrager leest dit ook.",
    },
  },
  button: "Wijzig de organisatie",
  done: "De organisatie is gewijzigd. De lijsten volgen binnen enkele minuten.",
};
