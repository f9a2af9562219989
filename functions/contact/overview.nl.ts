import { NAMES } from "../domain/names.ts";
import { showEnterpriseNumber } from "../domain/enterprise-number.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { DossierSummary } from "../domain/ports.ts";
import { organisationTypeNames } from "../domain/texts.nl.ts";
import { knownAlready } from "./texts.nl.ts";

/** The seven steps and the documents of each. */
const steps: string[] = [
  "1. Contact. Dat is nu gebeurd. Je hebt geen documenten nodig.",
  "2. Intake. Je vult online in waarvoor en hoe je de LED wil gebruiken. We spreken een planning af. Je hebt geen documenten nodig.",
  `3. DPIA. Het ${NAMES.desk} doet het vooronderzoek. Is een DPIA nodig, dan maak je die samen met ons. Documenten: de DPIA en het advies van je DPO.`,
  "4. Protocol. Je vult ons sjabloon in, je DPO geeft een positief advies en je leidinggevende tekent. Documenten: het ingevulde protocol, het advies van je DPO en het ondertekende protocol.",
  `5. Aansluiting op ${NAMES.platform}. Die regel je met ${NAMES.vdi}. Je hebt geen documenten nodig: je meldt ons de datums en de referentie van de aansluiting.`,
  "6. In gebruik. Je raadpleegt de LED. Elk jaar vragen we of je gegevens nog kloppen.",
  "7. Uit gebruik (optioneel). Alleen als de termijn van het protocol afloopt, of als je de LED niet meer nodig hebt.",
];

/** Bestuursdecreet II.22: users are informed in advance of the electronic channel and its effects. */
const electronicChannel = `Je dossier verloopt elektronisch: we mailen naar het adres waarop je deze mail krijgt, met persoonlijke links naar de pagina's waar je antwoordt. Wat je daar indient, geldt als officieel ingediend bij ${NAMES.agency}, op het moment dat je de knop gebruikt. Onze mails zijn officiële berichten. We bewaren wanneer elk bericht verstuurd en ontvangen is. Kijk deze mailbox dus geregeld na, en laat het weten als je adres verandert.`;

/** First mail to the applicant: the steps, their documents, and the desk that knows the dossier. */
export const overview = ({ organisation }: Dossier) => ({
  subject: "Je aansluiting op de LED: zo verloopt het",
  paragraphs: [
    `We openden een dossier om ${organisation.name} te laten aansluiten op de Leer- en Ervaringsbewijzendatabank (LED). Dat gaat in zeven stappen. Bij elke stap krijg je een mail als het jouw beurt is. In een aparte mail vragen we je nu de intake in te vullen.`,
    "Dit zijn de stappen, met de documenten die je nodig hebt:",
  ],
  quote: steps,
  action: "Bekijk je dossier",
  afterAction: [
    "Via deze persoonlijke link zie je altijd hoe ver je dossier staat. Stuur deze mail niet door.",
    electronicChannel,
    `Wie behandelt je dossier? Het ${NAMES.desk} van ${NAMES.agency}. Antwoord op deze mail: je vraag komt bij het ${NAMES.desk} terecht.`,
    `Hoe ${NAMES.agency} met persoonsgegevens omgaat, lees je in de privacyverklaring: ${NAMES.links.privacyNotice}.`,
  ],
});

/** Notification of the LED mailbox. */
export const news = ({ organisation, people }: Dossier, others: DossierSummary[]) => ({
  subject: "Nieuwe aanvraag",
  paragraphs: [
    `${organisation.name} wil aansluiten op de LED. De aanvrager kreeg het overzicht van het proces, en krijgt nu de intake.`,
    ...knownAlready(others),
  ],
  quote: [
    `Soort organisatie: ${organisationTypeNames[organisation.type]}`,
    organisation.enterpriseNumber === undefined
      ? `Ondernemingsnummer: ontbreekt (${organisation.missingNumberReason ?? "zonder reden"})`
      : `Ondernemingsnummer: ${showEnterpriseNumber(organisation.enterpriseNumber)}`,
    ...(organisation.ovoCode === undefined ? [] : [`OVO-code: ${organisation.ovoCode}`]),
    `Contactpersoon: ${people.contact.name}, ${people.contact.email}`,
  ],
  action: "Open het dossier",
});
