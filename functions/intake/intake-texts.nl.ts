import { NAMES } from "../domain/names.ts";
import { showDate } from "../domain/calendar.ts";
import { roundOf } from "../domain/dossier.ts";
import type { KnownIntake } from "../domain/facts.ts";
import type { TaskContext, TaskMail, TaskTexts } from "../domain/texts.ts";
import { overview } from "./overview.nl.ts";
import { questionTexts, withAnswerTexts } from "../domain/questions-by-field.nl.ts";
import { webApplicationIsAsked } from "../domain/web-application-is-allowed.ts";
import { organisationTypeName, channelNames, IF_NOT_ANSWERED, WAITS_FOR_LED } from "../domain/texts.nl.ts";
import { planningFields } from "./planning-texts.nl.ts";

export const submitIntake: TaskTexts = {
  title: "Vul de intake in",
  why: [
    "Met de intake kijken we samen of de LED past bij wat je organisatie wil doen.",
    "Je kan je antwoorden bewaren en later verderwerken. Vul nooit rijksregisternummers of gegevens van burgers in.",
  ],
  outcomes: {
    submitted: { label: "Je intake", button: "Intake indienen", past: "diende de intake in" },
  },
  fields: withAnswerTexts({
    purpose: {
      label: "Waarvoor wil je de LED raadplegen?",
      told: "Doel",
      part: "Doel en gebruik",
      hint: "Beschrijf het doel van de aansluiting.",
    },
    use: {
      label: "Hoe gebruik je de LED in je processen?",
      told: "Gebruik van de LED in de processen",
      hint: "Wie raadpleegt wanneer welk bewijs, en wat gebeurt er daarna mee?",
    },
    channels: {
      label: "Hoe wil je de LED bevragen?",
      told: "Kanaal",
      part: "Aansluiting",
      hint: `Je kan beide kiezen. ${NAMES.webApplication} werkt in de browser en kost ${NAMES.webApplicationFee}. Met de webdienst koppel je je eigen toepassing.`,
      options: channelNames,
    },
    needsMutations: {
      label: "Wil je automatisch verwittigd worden als een bewijs wijzigt of erbij komt (mutaties)?",
      told: "Mutaties",
      options: { true: "Ja", false: "Nee" },
    },
    mutations: {
      label: "Welke mutaties heb je nodig?",
      told: "Welke mutaties",
      hint: "Alleen als je hierboven ja antwoordt.",
    },
    connectionDate: { label: "Wanneer wil je aangesloten zijn?", told: "Gewenste datum van de aansluiting" },
    dataSubjects: {
      part: "Gegevens en rechtsgrond",
      label: "Over welke groepen mensen gaat het?",
      hint: "Bijvoorbeeld: sollicitanten, leerlingen, cursisten. Geen namen.",
    },
    requestsPerYear: {
      label: "Hoeveel opvragingen per jaar verwacht je?",
      told: "Opvragingen per jaar (schatting)",
      hint: "Een schatting volstaat.",
    },
    dataCategories: {
      label: "Welke gegevens heb je nodig?",
      told: "Categorieën van gegevens",
      hint: "Bijvoorbeeld: de naam van het bewijs, het niveau en de datum. Alleen wat je nodig hebt.",
    },
    recipients: {
      label: "Wie in je organisatie, en daarbuiten, krijgt de gegevens te zien?",
      told: "Wie de gegevens krijgt",
      hint: "Diensten en functies, geen namen.",
    },
    retention: {
      label: "Hoelang wil je de gegevens bewaren, en waarom?",
      told: "Bewaring",
      hint: "Bijvoorbeeld: tot het einde van de selectie. Bewaar je niets, zeg dat dan.",
    },
    automatedDecisions: {
      label: "Neemt een toepassing beslissingen met de gegevens, zonder dat iemand meekijkt?",
      told: "Geautomatiseerde beslissingen",
      options: { true: "Ja", false: "Nee" },
    },
    legalBasis: {
      label: "Op welk decreet of besluit steunt je taak?",
      told: "Decreet of besluit waarop de taak steunt",
      hint: "Het decreet of besluit dat je deze taak geeft. Weet je het nog niet, laat dit dan leeg.",
    },
    processor: {
      label: "Raadpleegt een leverancier de LED voor je organisatie?",
      told: "Verwerker",
      hint: "Naam en ondernemingsnummer van die leverancier, bijvoorbeeld wie je toepassing aanbiedt. Laat dit leeg als alleen je eigen diensten de LED raadplegen.",
    },
    telephone: {
      label: "Op welk nummer kunnen we de contactpersoon bellen?",
      told: "Telefoon van de contactpersoon",
      part: "Personen",
      hint: "We bellen alleen als een mail niet aankomt, of als bellen sneller is.",
    },
    secondContact: {
      label: "Wie vervangt de contactpersoon?",
      told: "Tweede contactpersoon",
      hint: "Een collega die kan antwoorden bij vakantie of ziekte. Met een ander e-mailadres.",
    },
    "secondContact.name": { label: "Naam van de tweede contactpersoon", told: "Naam" },
    "secondContact.email": { label: "E-mailadres van de tweede contactpersoon", told: "E-mailadres" },
    "secondContact.telephone": { label: "Telefoonnummer van de tweede contactpersoon", told: "Telefoon" },
    dpo: {
      label: "Functionaris voor gegevensbescherming (DPO) van je organisatie",
      told: "Functionaris voor gegevensbescherming (DPO)",
    },
    "dpo.name": { label: "Naam van je DPO", told: "Naam" },
    "dpo.email": { label: "E-mailadres van je DPO", told: "E-mailadres" },
    signatory: { label: "Wie ondertekent het protocol voor je organisatie?", told: "Ondertekenaar" },
    "signatory.name": { label: "Naam van de leidinggevende" },
    "signatory.capacity": { label: "Functie van de leidinggevende" },
    "signatory.email": { label: "E-mailadres van de leidinggevende" },
    secondSignatory: {
      label: "Ondertekent er nog iemand?",
      hint: "Een gemeente of OCMW ondertekent vaak met twee, bijvoorbeeld de burgemeester en de algemeen directeur.",
    },
    "secondSignatory.name": { label: "Naam van de tweede ondertekenaar" },
    "secondSignatory.capacity": { label: "Functie van de tweede ondertekenaar" },
    "secondSignatory.email": { label: "E-mailadres van de tweede ondertekenaar" },
  }),
  mail: (about) => {
    if (roundOf(about.dossier, "INTAKE") > 1) return completeIntake;
    return about.dossier.pass === 1 && about.reminder === undefined ? withOverview(about) : firstIntake;
  },
};

/** The first mail of a dossier also explains the procedure. */
function withOverview({ dossier }: TaskContext): TaskMail {
  const { why, after } = overview(dossier);
  return {
    ...firstIntake,
    subject: "Zo verloopt je aansluiting op de LED: vul de intake in",
    why,
    what: [...firstIntake.what, ...after],
  };
}

const firstIntake: TaskMail = {
  subject: "Vul de intake in",
  why: ["We willen graag weten wat je organisatie met de LED wil doen. Daarvoor is er een korte intake."],
  what: [
    "Vul de intake in via de knop hieronder. Je hoeft niet alles in één keer in te vullen: bewaar je antwoorden en ga later verder met dezelfde link.",
  ],
  ifNot: IF_NOT_ANSWERED,
  action: "Vul de intake in",
};
const completeIntake: TaskMail = {
  subject: "Vul je intake aan",
  why: [`Het ${NAMES.desk} las je intake en heeft nog vragen.`],
  what: ["Je vorige antwoorden staan al klaar: pas aan wat nodig is, en dien de intake opnieuw in."],
  ifNot: IF_NOT_ANSWERED,
  action: "Vul je intake aan",
};

/** What the LED team wants to know before it opens the task. */
const summaryOf = ({ purpose, channels, connectionDate }: KnownIntake): string[] => [
  `Doel: ${purpose}`,
  `Kanaal: ${channels.map((channel) => channelNames[channel]).join(" en ")}`,
  ...(connectionDate === undefined ? [] : [`Gewenste datum van de aansluiting: ${showDate(connectionDate)}`]),
];

export const assessIntake: TaskTexts = {
  title: "Beoordeel de intake",
  why: ({ dossier }) => [
    "Past de LED bij wat de aanvrager wil doen? Stel bij een geschikte aanvraag ook een planning voor. Er staat al een voorstel, op werkdagen en met de gebruikelijke doorlooptijden: pas aan wat niet past.",
    ...(webApplicationIsAsked(dossier.organisation, dossier.intake?.channels ?? [])
      ? [
          `De aanvrager koos ${NAMES.webApplication}. Voor deze soort organisatie (${organisationTypeName(dossier.organisation.type)}) staat dat niet vast: vraag het na bij ${NAMES.vdi}.`,
        ]
      : []),
  ],
  outcomes: {
    suitable: {
      label: "De LED is geschikt",
      explanation: "De aanvrager krijgt de planning voorgelegd.",
      button: "Geschikt: stel de planning voor",
      past: "vond de LED geschikt en stelde een planning voor",
    },
    "more-information": {
      label: "Er is meer informatie nodig",
      explanation: "De aanvrager krijgt je vragen en vult de intake aan.",
      button: "Vraag meer informatie",
      past: "vroeg meer informatie",
    },
    unsuitable: {
      label: "De LED is niet geschikt",
      explanation: "De LED past niet bij de aanvraag. Het dossier wordt afgesloten.",
      warning:
        "Het dossier wordt afgesloten, en de aanvrager krijgt een mail met je reden. Wil die toch aansluiten, dan begint een nieuwe aanvraag.",
      button: "Niet geschikt: sluit af",
      past: "vond de LED niet geschikt",
    },
    close: {
      label: "Er is een andere reden om af te sluiten",
      explanation:
        "Bijvoorbeeld omdat de aanvraag dubbel is, of niet meer nodig. Het dossier wordt afgesloten.",
      warning:
        "Het dossier wordt afgesloten, en de aanvrager krijgt een mail met je reden. Wil die toch aansluiten, dan begint een nieuwe aanvraag.",
      button: "Sluit het dossier af",
      past: "sloot het dossier af",
    },
  },
  fields: {
    planning: { label: "Planning van de protocolfase", told: `Voorstel van het ${NAMES.desk}` },
    ...planningFields,
    ...questionTexts(submitIntake.fields),
    questions: { label: "Je vragen aan de aanvrager", told: `Vragen van het ${NAMES.desk}` },
    reason: { label: "Reden", told: `Reden van het ${NAMES.desk}`, hint: "De aanvrager leest deze reden." },
  },
  mail: ({ dossier: { organisation, intake } }) => ({
    subject: "Beoordeel de intake",
    why: [`${organisation.name} diende de intake in.`, ...(intake ? [{ quote: summaryOf(intake) }] : [])],
    what: ["Past de LED bij de aanvraag? Stel dan ook een planning voor."],
    ifNot: WAITS_FOR_LED,
  }),
};
