import { NAMES } from "../domain/names.ts";
import { roundOf } from "../domain/dossier.ts";
import type { MailWithReason } from "../mail/mail-with-reason.ts";
import type { FieldText, MailText, TaskMail, TaskTexts } from "../domain/texts.ts";
import { questionTexts, withAnswerTexts } from "../domain/questions-by-field.nl.ts";
import { channelNames, IF_NOT_ANSWERED, WAITS_FOR_LED } from "../domain/texts.nl.ts";
import { type Part, QUESTIONNAIRE } from "./questionnaire.ts";

const yesOrNo = { true: "Ja", false: "Nee" };

const partNames: Record<Part, FieldText> = {
  a: { label: "Deel A. De gevallen uit de AVG", hint: "Eén keer ja: we stellen een DPIA voor." },
  b: { label: "Deel B. De Belgische lijst", hint: "Eén keer ja: we stellen een DPIA voor." },
  c: { label: "Deel C. De negen criteria", hint: "Twee keer ja: meestal is een DPIA nodig." },
};

const questionsOf = (part: Part): Record<string, FieldText> => ({
  [part]: partNames[part],
  ...Object.fromEntries(
    QUESTIONNAIRE[part].flatMap(({ id, question, source }): [string, FieldText][] => [
      [`${part}.${id}`, { label: `${id.toUpperCase()}. ${question.nl}`, hint: `Bron: ${source}.` }],
      [
        `${part}.${id}.answer`,
        {
          label: "Antwoord",
          options: { yes: "Ja", no: "Nee", "not-applicable": "Niet van toepassing" },
        },
      ],
      [`${part}.${id}.reason`, { label: `Toelichting bij ${id.toUpperCase()}` }],
    ]),
  ),
});

const preAssessDpia: TaskTexts = {
  title: "Doe het vooronderzoek DPIA",
  why: [
    "Is een gegevensbeschermingseffectbeoordeling (DPIA) nodig voor deze aansluiting? Beantwoord elke vraag. Leg een ja altijd uit.",
    "Uit je antwoorden volgt een voorstel. Een ja in deel A of B, of twee keer ja in deel C: dan stellen we een DPIA voor. Jij besluit. Wijk je af van het voorstel, leg dan uit waarom.",
    "Van je antwoorden maken we het vooronderzoek als document, en als er een DPIA nodig is ook de aanzet. Heb je zelf zo'n document, voeg het dan toe: dan krijgt de aanvrager dat.",
    "Zet geen namen of andere persoonsgegevens van betrokkenen in je antwoorden.",
  ],
  outcomes: {
    "not-required": {
      label: "Er is geen DPIA nodig",
      explanation: "De aanvrager krijgt de conclusie en het vooronderzoek. Daarna start het protocol.",
      button: "Besluit: geen DPIA nodig",
      past: "besloot dat er geen DPIA nodig is",
    },
    required: {
      label: "Er is een DPIA nodig",
      explanation:
        "De aanvrager krijgt de conclusie, het vooronderzoek en de aanzet van de DPIA. Daarna werkt de aanvrager de DPIA uit.",
      button: "Besluit: een DPIA is nodig",
      past: "besloot dat er een DPIA nodig is",
    },
  },
  fields: {
    header: {
      label: "De verwerking",
      hint: "Dit komt uit de intake van de aanvrager. Kijk het na, en pas alleen aan wat niet klopt.",
    },
    "header.processing": { label: "Over welke verwerking gaat het?" },
    "header.controllers": { label: "Wie zijn de verwerkingsverantwoordelijken?" },
    "header.purpose": { label: "Wat is het doel?" },
    "header.dataSubjects": { label: "Wie zijn de betrokkenen?", hint: "Categorieën van mensen, geen namen." },
    "header.requestsPerYear": {
      label: "Hoeveel opvragingen zijn er per jaar?",
      hint: "Dit is de schatting uit de intake. Ze geeft aan over hoeveel mensen het kan gaan.",
    },
    "header.dataCategories": { label: "Over welke categorieën van gegevens gaat het?" },
    "header.recipients": { label: "Wie krijgt de gegevens?" },
    "header.channels": { label: "Via welk kanaal?", options: channelNames },
    "header.mutations": {
      label: "Welke mutaties krijgt de afnemer?",
      hint: "Laat dit leeg als er geen zijn.",
    },
    "header.retention": { label: "Hoelang bewaart de afnemer de gegevens?" },
    "header.automatedDecisions": {
      label: "Neemt de afnemer geautomatiseerde beslissingen met de gegevens?",
      options: yesOrNo,
    },
    ...questionsOf("a"),
    ...questionsOf("b"),
    ...questionsOf("c"),
    motivation: {
      label: "Motivering van je besluit",
      told: `Motivering van het ${NAMES.desk}`,
      hint: "Verplicht als je afwijkt van het voorstel. De aanvrager leest dit.",
    },
  },
  mail: ({ dossier: { organisation } }) => ({
    subject: "Doe het vooronderzoek DPIA",
    why: [`De planning met ${organisation.name} ligt vast. De volgende stap is het vooronderzoek.`],
    what: ["Onderzoek of er een DPIA nodig is. De gegevens uit de intake staan al in het formulier."],
    ifNot: WAITS_FOR_LED,
  }),
};

const carryOutDpia: TaskTexts = {
  title: "Werk de DPIA uit",
  why: [
    "Uit het vooronderzoek blijkt dat er een gegevensbeschermingseffectbeoordeling (DPIA) nodig is voordat je organisatie gegevens uit de LED krijgt.",
    `Begin met de aanzet die je van ons kreeg. Je vindt hem bij de documenten van je dossier. Werk hem uit, samen met je DPO. Het ${NAMES.desk} denkt graag mee.`,
    "Voeg de DPIA toe, met het advies van je DPO.",
  ],
  outcomes: {
    submitted: { label: "Je DPIA", button: "DPIA indienen", past: "diende de DPIA in" },
  },
  fields: withAnswerTexts({
    contents: {
      label: "Staat dit in je DPIA?",
      told: "Staat dit in de DPIA?",
      hint: "De AVG vraagt deze vier delen (artikel 35, lid 7).",
    },
    "contents.description": {
      label: "Een beschrijving van de verwerking en de doelen ervan",
      options: yesOrNo,
    },
    "contents.necessity": { label: "Waarom de verwerking nodig en evenredig is", options: yesOrNo },
    "contents.risks": { label: "De risico's voor de betrokkenen", options: yesOrNo },
    "contents.measures": { label: "De maatregelen tegen die risico's", options: yesOrNo },
    residualRisk: {
      label: "Hoe groot is het risico dat overblijft na de maatregelen?",
      told: "Risico dat overblijft na de maatregelen",
      hint: "Blijft het risico hoog? Dan moet je de toezichthouder raadplegen voordat iemand het protocol ondertekent.",
      options: { low: "Laag", medium: "Gemiddeld", high: "Hoog" },
    },
    dpoOpinion: {
      label: "Wat adviseert je DPO over de DPIA?",
      told: "Advies van de DPO van de afnemer over de DPIA",
      hint: "Een korte samenvatting volstaat.",
    },
  }),
  mail: ({ dossier }) => (roundOf(dossier, "DPIA") > 1 ? changedDpia : firstDpia),
};

const adviseOnDpia: TaskTexts = {
  title: "Geef je advies over de DPIA",
  why: [
    "Je organisatie wil de Leer- en Ervaringsbewijzendatabank (LED) raadplegen. Daarvoor is een gegevensbeschermingseffectbeoordeling (DPIA) nodig. De AVG vraagt daarbij het advies van jou, als DPO (artikel 35, lid 2).",
    "Hieronder staat de DPIA zoals je contactpersoon ze voorlegde. Je advies gaat over die versie, en komt ongewijzigd bij de DPIA.",
  ],
  outcomes: {
    positive: {
      label: "Positief",
      explanation: "Je organisatie kan de DPIA indienen.",
      button: "Geef een positief advies",
      past: "gaf een positief advies over de DPIA",
    },
    conditions: {
      label: "Positief onder voorwaarden",
      explanation: `Je organisatie kan de DPIA indienen. Het ${NAMES.desk} leest je voorwaarden.`,
      button: "Geef een advies met voorwaarden",
      past: "gaf een positief advies onder voorwaarden over de DPIA",
    },
    negative: {
      label: "Negatief",
      explanation: "Je organisatie kan de DPIA aanpassen, of ze indienen met jouw advies erbij.",
      button: "Geef een negatief advies",
      past: "gaf een negatief advies over de DPIA",
    },
  },
  fields: {
    opinion: {
      label: "Je advies",
      told: "Advies van de DPO van de afnemer",
      hint: `Je organisatie en het ${NAMES.desk} lezen dit.`,
    },
  },
  mail: ({ dossier }) => ({
    subject: "Geef je advies over de DPIA voor de LED",
    why: [
      `${dossier.people.contact.name} vraagt je advies als DPO van ${dossier.organisation.name}, over de DPIA voor de toegang tot de Leer- en Ervaringsbewijzendatabank (LED).`,
    ],
    what: ["Lees de DPIA via de knop, en geef je advies."],
    ifNot: "Je organisatie dient de DPIA samen met jouw advies in, en wacht er dus op.",
    action: "Lees de DPIA en geef je advies",
  }),
};

const adviseOnDpiaForLed: TaskTexts = {
  title: "Geef je advies over de DPIA van een afnemer",
  why: [
    `Een afnemer diende zijn DPIA in. Als DPO van de LED geef je advies over wat ${NAMES.agency} daarbij doet: de gegevens meedelen (AVG, artikel 35, lid 2).`,
    `Het ${NAMES.desk} leest de DPIA intussen na, en krijgt je advies in een mail. Het wacht er niet op.`,
  ],
  outcomes: {
    positive: {
      label: "Positief",
      button: "Geef een positief advies",
      past: "gaf een positief advies over de DPIA",
    },
    conditions: {
      label: "Positief onder voorwaarden",
      button: "Geef een advies met voorwaarden",
      past: "gaf een positief advies onder voorwaarden over de DPIA",
    },
    negative: {
      label: "Negatief",
      button: "Geef een negatief advies",
      past: "gaf een negatief advies over de DPIA",
    },
  },
  fields: {
    opinion: {
      label: "Je advies",
      told: "Advies van de DPO van de LED",
      hint: `Het ${NAMES.desk} leest dit.`,
    },
  },
  mail: ({ dossier: { organisation } }) => ({
    subject: "Geef je advies over de DPIA",
    why: [`${organisation.name} diende de DPIA in voor de toegang tot de LED.`],
    what: ["Lees de DPIA, en geef je advies als DPO van de LED."],
    ifNot: `Het ${NAMES.desk} kijkt de DPIA intussen na, en wacht niet op je advies.`,
  }),
};

const firstDpia: TaskMail = {
  subject: "Werk de DPIA uit",
  why: [
    "Er is een DPIA nodig voor je aansluiting op de LED. Je vindt onze aanzet bij de documenten van je dossier.",
  ],
  what: ["Werk de DPIA uit met je DPO en dien ze in."],
  ifNot: IF_NOT_ANSWERED,
  action: "Dien de DPIA in",
};
const changedDpia: TaskMail = {
  subject: "Pas je DPIA aan",
  why: ["Je DPIA moet nog aangepast worden."],
  what: ["Pas de DPIA aan met je DPO en dien ze opnieuw in."],
  ifNot: IF_NOT_ANSWERED,
  action: "Dien de aangepaste DPIA in",
};

const reviewDpia: TaskTexts = {
  title: "Lees de DPIA na",
  why: [
    "De aanvrager diende een DPIA in. Kijk na of ze volledig is en of de maatregelen passen bij de risico's.",
    "Na je akkoord start het protocol.",
  ],
  outcomes: {
    accepted: {
      label: "De DPIA is in orde",
      button: "Aanvaard de DPIA",
      past: "aanvaardde de DPIA",
    },
    "changes-needed": {
      label: "De DPIA moet nog aangepast worden",
      explanation: "De aanvrager krijgt je opmerkingen en dient een nieuwe versie in.",
      button: "Vraag aanpassingen",
      past: "vroeg aanpassingen aan de DPIA",
    },
  },
  fields: {
    ...questionTexts(carryOutDpia.fields),
    remarks: {
      label: "Je opmerkingen voor de aanvrager",
      told: `Opmerkingen van het ${NAMES.desk}`,
      hint: "Leg uit wat er ontbreekt of anders moet.",
    },
  },
  mail: ({ dossier: { organisation } }) => ({
    subject: "Lees de DPIA na",
    why: [`${organisation.name} diende de DPIA in.`],
    what: ["Lees de DPIA na. Na je akkoord start het protocol."],
    ifNot: WAITS_FOR_LED,
  }),
};

const reasonIs = "Dit is onze motivering:";

const communicateDpia: Record<"required" | "not-required", MailWithReason> = {
  required: {
    subject: "Er is een DPIA nodig",
    paragraphs: [
      "We onderzochten of er een gegevensbeschermingseffectbeoordeling (DPIA) nodig is voor je aansluiting op de LED. De conclusie: ja, er is een DPIA nodig.",
      "Bij de documenten van je dossier vind je het vooronderzoek, en een aanzet waarmee je kan beginnen. In een aparte mail krijg je een link om je DPIA in te dienen.",
    ],
    reasonIs,
  },
  "not-required": {
    subject: "Er is geen DPIA nodig",
    paragraphs: [
      "We onderzochten of er een gegevensbeschermingseffectbeoordeling (DPIA) nodig is voor je aansluiting op de LED. De conclusie: er is geen DPIA nodig.",
      "Het vooronderzoek vind je bij de documenten van je dossier. De volgende stap is het protocol: daarover krijg je een aparte mail.",
    ],
    reasonIs,
  },
};

/** All texts of the DPIA. */
export const dpiaTexts = {
  conclusions: { required: "Er is een DPIA nodig.", "not-required": "Er is geen DPIA nodig." },
  fileName: {
    "dpia-pre-assessment": (reference: string) => `vooronderzoek-DPIA-${reference}`,
    "dpia-initial-draft": (reference: string) => `aanzet-DPIA-${reference}`,
  },
  preAssessDpia,
  carryOutDpia,
  adviseOnDpia,
  adviseOnDpiaForLed,
  ledOpinionGiven: (organisation: string, name: string, past: string): MailText => ({
    subject: "Advies van de DPO van de LED over de DPIA",
    paragraphs: [`${name} ${past} van ${organisation}. Dit is het advies:`],
  }),
  openDossier: "Open het dossier",
  reviewDpia,
  communicateDpia,
  followDossier: "Bekijk je dossier",
  /** Prefilled header of the pre-assessment. */
  prefilled: (organisation: string, enterpriseNumber: string | undefined) => ({
    processing: `Raadpleging van de LED door ${organisation}`,
    controllers: `${organisation}${enterpriseNumber === undefined ? "" : ` (${enterpriseNumber})`} en de beheerder van de LED`,
  }),
};
