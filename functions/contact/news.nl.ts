import { showEnterpriseNumber } from "../domain/enterprise-number.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { DossierSummary } from "../domain/ports.ts";
import { organisationTypeName } from "../domain/texts.nl.ts";
import { knownAlready } from "./texts.nl.ts";

/** Notification of the LED mailbox. */
export const news = ({ organisation, people }: Dossier, others: DossierSummary[]) => ({
  subject: "Nieuwe aanvraag",
  paragraphs: [
    `${organisation.name} wil aansluiten op de LED. De aanvrager krijgt nu het overzicht van het proces, met de intake.`,
    ...knownAlready(others),
  ],
  quote: [
    `Soort organisatie: ${organisationTypeName(organisation.type)}`,
    organisation.enterpriseNumber === undefined
      ? `Ondernemingsnummer: ontbreekt (${organisation.missingNumberReason ?? "zonder reden"})`
      : `Ondernemingsnummer: ${showEnterpriseNumber(organisation.enterpriseNumber)}`,
    ...(organisation.ovoCode === undefined ? [] : [`OVO-code: ${organisation.ovoCode}`]),
    `Contactpersoon: ${people.contact.name}, ${people.contact.email}`,
  ],
  action: "Open het dossier",
});
