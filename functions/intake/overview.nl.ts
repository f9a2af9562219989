import { NAMES } from "../domain/names.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Paragraph } from "../domain/texts.ts";

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

/** The first mail to the applicant: the steps, their documents, and the desk that knows the dossier. */
export const overview = ({ organisation }: Dossier): { why: Paragraph[]; after: string[] } => ({
  why: [
    `We openden een dossier om ${organisation.name} te laten aansluiten op de Leer- en Ervaringsbewijzendatabank (LED). Dat gaat in zeven stappen. Bij elke stap krijg je een mail als het jouw beurt is. Dit zijn de stappen, met de documenten die je nodig hebt:`,
    { quote: steps },
  ],
  after: [
    "Via dezelfde persoonlijke link zie je hoe ver je dossier staat, en lees je na wat je indiende.",
    electronicChannel,
    `Wie behandelt je dossier? Het ${NAMES.desk} van ${NAMES.agency}. Antwoord op deze mail: je vraag komt bij het ${NAMES.desk} terecht.`,
    `Hoe ${NAMES.agency} met persoonsgegevens omgaat, lees je in de privacyverklaring: ${NAMES.links.privacyNotice}.`,
  ],
});
