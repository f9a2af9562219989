import { NAMES } from "../domain/names.ts";
import type { MailWithReason } from "../mail/mail-with-reason.ts";
import type { FieldText, TaskTexts } from "../domain/texts.ts";
import { channelNames, WAITS_FOR_LED } from "../domain/texts.nl.ts";
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

export const preAssessDpia: TaskTexts = {
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

const reasonIs = "Dit is onze motivering:";

export const communicateDpia: Record<"required" | "not-required", MailWithReason> = {
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

/** Words that the system puts into the pre-assessment and its files. */
export const preAssessmentTexts = {
  conclusions: { required: "Er is een DPIA nodig.", "not-required": "Er is geen DPIA nodig." },
  fileName: {
    "dpia-pre-assessment": (reference: string) => `vooronderzoek-DPIA-${reference}`,
    "dpia-initial-draft": (reference: string) => `aanzet-DPIA-${reference}`,
  },
  /** Prefilled header. */
  prefilled: (organisation: string, enterpriseNumber: string | undefined) => ({
    processing: `Raadpleging van de LED door ${organisation}`,
    controllers: `${organisation}${enterpriseNumber === undefined ? "" : ` (${enterpriseNumber})`} en de beheerder van de LED`,
  }),
};
