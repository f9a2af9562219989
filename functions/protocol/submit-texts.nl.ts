import { NAMES } from "../domain/names.ts";
import { type Dossier, roundOf } from "../domain/dossier.ts";
import type { KnownIntake } from "../domain/facts.ts";
import type { Person } from "../domain/people.ts";
import type { TaskMail, TaskTexts } from "../domain/texts.ts";
import { withAnswerTexts } from "../domain/questions-by-field.nl.ts";
import { channelNames, IF_NOT_ANSWERED } from "../domain/texts.nl.ts";
import { originalPurposes, protocolFields } from "./form-texts.nl.ts";
import { adviceCarriesOver } from "./consumer-advice-is-there.ts";

/** When the consumer's DPO advises: once, on a text that the LED team has read, unless the consumer asked it before. */
function aboutAdvice(dossier: Dossier): string {
  if (adviceCarriesOver(dossier))
    return "Het advies dat je DPO gaf, blijft gelden. Je hoeft geen nieuw advies te vragen: laat de datum en de naam staan.";
  return dossier.protocol?.adviceAskedAt === undefined
    ? `Het advies van je DPO is nodig voor het protocol getekend wordt. Je kan eerst je ontwerp indienen: het ${NAMES.desk} leest het, en daarna vraag je advies over de tekst die in orde is. Heb je het advies al? Voeg het dan meteen toe.`
    : `Het ${NAMES.desk} las je tekst, en hij is in orde. Vraag nu je DPO om advies met de knop onderaan, of voeg het positieve advies zelf toe. Laat de tekst verder zoals hij is.`;
}

export const submitProtocol: TaskTexts = {
  title: "Dien het protocol in",
  why: ({ dossier }) => [
    "Voordat je gegevens uit de LED krijgt, is een protocol verplicht. Je maakt het op een van twee manieren.",
    "Online: vul het formulier in, dat de dertien delen van het protocol volgt. Wij maken er het document van.",
    "Met een eigen bestand: vul ons sjabloon aan, dat bij de documenten staat, en voeg het toe als Word of PDF. Je vult dan maar enkele velden in.",
    aboutAdvice(dossier),
    `Punt 10 vullen wij in, met deze tekst: "${originalPurposes(NAMES.agency)}"`,
    "Je kan je antwoorden bewaren en later verderwerken. Vul nooit rijksregisternummers of gegevens van burgers in.",
  ],
  outcomes: {
    submitted: { label: "Online invullen", button: "Protocol indienen", past: "diende het protocol in" },
    "own-file": {
      label: "Een eigen bestand indienen",
      explanation: "Het bestand is dan de tekst van het protocol.",
      button: "Eigen bestand indienen",
      past: "diende een eigen bestand in als protocol",
    },
  },
  fields: withAnswerTexts({
    ...protocolFields,
    referenceRegister: protocolFields["format.referenceRegister"] ?? { label: "Verwijzingsrepertorium" },
    channels: {
      label: "Langs welk kanaal krijg je de gegevens?",
      told: "Kanalen",
      hint: "Kies wat in je bestand staat. Een kanaal dat je niet in de intake vroeg, kan niet.",
      options: channelNames,
    },
    signatory: { label: "Wie ondertekent het protocol voor je organisatie?", told: "Ondertekenaar" },
    "signatory.name": { label: "Naam van de ondertekenaar", told: "Naam" },
    "signatory.capacity": { label: "Functie van de ondertekenaar", told: "Functie" },
    "signatory.email": { label: "E-mailadres van de ondertekenaar", told: "E-mailadres" },
    secondSignatory: {
      label: "Tekent er nog iemand?",
      told: "Tweede ondertekenaar",
      hint: "Bij een gemeente tekenen de burgemeester en de algemeen directeur. Elk krijgt een eigen mail.",
    },
    "secondSignatory.name": { label: "Naam van de tweede ondertekenaar", told: "Naam" },
    "secondSignatory.capacity": { label: "Functie van de tweede ondertekenaar", told: "Functie" },
    "secondSignatory.email": { label: "E-mailadres van de tweede ondertekenaar", told: "E-mailadres" },
    changes: {
      label: "Wat veranderde er sinds je vorige versie?",
      told: "Wat er veranderde sinds de vorige versie",
      hint: "Alleen als je al een versie indiende.",
    },
  }),
  mail: ({ dossier }) => {
    if (roundOf(dossier, "PROTOCOL") === 1) return firstProtocol;
    if (dossier.protocol?.adviceAskedAt !== undefined) return readProtocol;
    if (!dossier.protocol?.consumerDpoAdvice) return changedDraft;
    return adviceCarriesOver(dossier) ? clarifiedProtocol : changedProtocol;
  },
};

const firstProtocol: TaskMail = {
  subject: "Vul het protocol in",
  why: [
    "De volgende stap is het protocol. We maakten een sjabloon voor je klaar waarin al staat wat we weten.",
  ],
  what: [
    `Dien eerst je ontwerp in: het ${NAMES.desk} leest het. Is de tekst in orde, dan vraag je je DPO om advies. Heb je dat advies al, dan dien je beide meteen samen in. Je kan je antwoorden bewaren en later verderwerken met dezelfde link.`,
  ],
  ifNot: IF_NOT_ANSWERED,
  action: "Vul het protocol in",
};
const changedProtocol: TaskMail = {
  subject: "Pas je protocol aan",
  why: ["Je protocol moet nog aangepast worden."],
  what: [
    "Pas het protocol aan, vraag je DPO om een nieuw advies en dien beide opnieuw in. Je vorige antwoorden staan al klaar.",
  ],
  ifNot: IF_NOT_ANSWERED,
  action: "Dien het aangepaste protocol in",
};
/** Of a draft on which no DPO has advised yet. */
const changedDraft: TaskMail = {
  ...changedProtocol,
  what: ["Pas het protocol aan en dien het opnieuw in. Je vorige antwoorden staan al klaar."],
};
const readProtocol: TaskMail = {
  subject: "Vraag je DPO om advies over het protocol",
  why: [`Het ${NAMES.desk} las je protocol, en de tekst is in orde.`],
  what: [
    "Leg de tekst nu voor aan je DPO, met de knop op de pagina van je taak. Is het advies positief, dan dien je het protocol opnieuw in, met dezelfde tekst. Je antwoorden staan al klaar.",
  ],
  ifNot: IF_NOT_ANSWERED,
  action: "Vraag advies en dien het protocol in",
};
const clarifiedProtocol: TaskMail = {
  ...changedProtocol,
  why: ["Je protocol moet nog verduidelijkt worden."],
  what: [
    "Pas het protocol aan en dien het opnieuw in. Je vorige antwoorden staan al klaar. Het advies dat je DPO gaf, blijft gelden: je hoeft geen nieuw advies te vragen.",
  ],
};

/** Initial texts of the form. */
export const prefilledTexts = {
  dpo: ({ name, email }: Person) => `${name}, ${email}`,
  recipients: (recipients: string, processor: string | undefined) =>
    processor === undefined ? recipients : `${recipients}\nVerwerker: ${processor}`,
  periodicity: ({ requestsPerYear }: KnownIntake) =>
    requestsPerYear === undefined ? "" : `Ongeveer ${requestsPerYear} opvragingen per jaar.`,
  exchange: ({ channels }: KnownIntake) =>
    `Elektronisch, via de ${channels.map((channel) => channelNames[channel]).join(" en de ")}.`,
};
