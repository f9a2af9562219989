import { roundOf } from "../domain/dossier.ts";
import type { Names } from "../domain/names.ts";
import type { FieldText, MailText, TaskMail, TaskTexts } from "../domain/texts.ts";
import { channelNames } from "../domain/texts.nl.ts";

const planningFields: Record<string, FieldText> = {
  "planning.dpiaConclusion": { label: "Conclusie van de DPIA" },
  "planning.protocolDraft": { label: "Ontwerp van het protocol" },
  "planning.dpoAdvice": { label: "Advies van beide DPO's" },
  "planning.signature": { label: "Ondertekening" },
  "planning.connection": { label: "Aansluiting op MAGDA" },
};

const submitIntake: TaskTexts = {
  title: "Vul de intake in",
  why: [
    "Met de intake kijken we samen of de LED past bij wat je organisatie wil doen.",
    "Je kan je antwoorden bewaren en later verder werken. Vul nooit rijksregisternummers of gegevens van burgers in.",
  ],
  outcomes: {
    submitted: { label: "Je intake", button: "Intake indienen", past: "diende de intake in" },
  },
  fields: {
    purpose: { label: "Waarvoor wil je de LED raadplegen?", hint: "Beschrijf het doel van de aansluiting." },
    use: {
      label: "Hoe gebruik je de LED in je processen?",
      hint: "Wie raadpleegt wanneer welk bewijs, en wat gebeurt er daarna mee?",
    },
    channels: { label: "Via welk kanaal?", options: channelNames },
    needsMutations: {
      label: "Wil je bericht krijgen als een bewijs verandert (mutaties)?",
      options: { true: "Ja", false: "Nee" },
    },
    mutations: { label: "Welke mutaties heb je nodig?", hint: "Alleen als je hierboven ja antwoordt." },
    connectionDate: { label: "Wanneer wil je aangesloten zijn?" },
    dataSubjects: {
      label: "Over welke categorieën van personen gaat het?",
      hint: "Bijvoorbeeld: sollicitanten, leerlingen, cursisten. Geen namen.",
    },
    requestsPerYear: { label: "Hoeveel opvragingen per jaar verwacht je?", hint: "Een schatting volstaat." },
    legalBasis: {
      label: "Welke wettelijke grond ken je al?",
      hint: "Het decreet of besluit dat je deze taak geeft. Weet je het nog niet, laat dit dan leeg.",
    },
    dpo: { label: "Functionaris voor gegevensbescherming (DPO) van je organisatie" },
    "dpo.name": { label: "Naam van je DPO" },
    "dpo.email": { label: "E-mailadres van je DPO" },
    signatory: { label: "Wie ondertekent het protocol voor je organisatie?" },
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
  },
  mail: ({ dossier }) => (roundOf(dossier, "INTAKE") > 1 ? completeIntake : firstIntake),
};

const firstIntake: TaskMail = {
  subject: "Vul de intake in",
  paragraphs: [
    "We willen graag weten wat je organisatie met de LED wil doen. Daarvoor is er een korte intake.",
    "Je hoeft niet alles in een keer in te vullen: bewaar je antwoorden en ga later verder met dezelfde link.",
  ],
  action: "Vul de intake in",
};
const completeIntake: TaskMail = {
  subject: "Vul je intake aan",
  paragraphs: [
    "Het LED-team las je intake en heeft nog vragen. Je leest ze op de pagina van je taak.",
    "Je vorige antwoorden staan er al: pas aan wat nodig is, en dien de intake opnieuw in.",
  ],
  action: "Vul je intake aan",
};

const assessIntake: TaskTexts = {
  title: "Beoordeel de intake",
  why: ["Past de LED bij wat de aanvrager wil doen? Stel bij een geschikte aanvraag ook een planning voor."],
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
      button: "Niet geschikt: sluit af",
      past: "vond de LED niet geschikt",
    },
    close: {
      label: "Er is een andere reden om af te sluiten",
      explanation:
        "Bijvoorbeeld omdat de aanvraag dubbel is, of niet meer nodig. Het dossier wordt afgesloten.",
      button: "Andere reden: sluit af",
      past: "sloot het dossier af",
    },
  },
  fields: {
    planning: { label: "Planning van de protocolfase" },
    ...planningFields,
    questions: { label: "Je vragen aan de aanvrager" },
    reason: { label: "Reden", hint: "De aanvrager leest deze reden." },
  },
  mail: {
    subject: "Nieuwe intake om te beoordelen",
    paragraphs: ["Een aanvrager diende de intake in. Beoordeel of de LED past bij de aanvraag."],
  },
};

const agreePlanning: TaskTexts = {
  title: "Ga akkoord met de planning",
  why: [
    "De LED past bij je aanvraag. Het LED-team stelt een planning voor tot en met de aansluiting.",
    "Passen deze data niet? Stel dan andere data voor.",
  ],
  outcomes: {
    agree: {
      label: "Akkoord",
      button: "Ik ga akkoord met de planning",
      confirmation: "Ja, deze data zijn goed voor ons",
      past: "ging akkoord met de planning",
    },
    "other-dates": {
      label: "Andere data voorstellen",
      button: "Stel deze data voor",
      past: "stelde andere data voor",
    },
  },
  fields: {
    planning: { label: "Jouw voorstel" },
    ...planningFields,
    remarks: { label: "Toelichting" },
  },
  mail: ({ dossier }) =>
    dossier.rounds.INTAKE?.from === "ProposePlanning" ? answeredPlanning : firstPlanning,
};

const firstPlanning: TaskMail = {
  subject: "De LED past bij je aanvraag: bekijk de planning",
  paragraphs: [
    "Goed nieuws: de LED past bij wat je organisatie wil doen. Het LED-team stelt een planning voor.",
    "Bekijk de data en laat weten of ze passen.",
  ],
  action: "Bekijk de planning",
};
const answeredPlanning: TaskMail = {
  subject: "Antwoord op je voorstel voor de planning",
  paragraphs: [
    "Je stelde andere data voor. Het LED-team antwoordde met een nieuwe planning, of zegt waarom het de vorige behoudt.",
    "Bekijk de data en laat weten of ze passen.",
  ],
  action: "Bekijk de planning",
};

const proposePlanning: TaskTexts = {
  title: "Stel opnieuw een planning voor",
  why: ["De aanvrager vroeg om andere data. Stel nieuwe data voor, of behoud de vorige en zeg waarom."],
  outcomes: {
    proposed: {
      label: "Nieuwe data",
      button: "Stel deze planning voor",
      past: "stelde een nieuwe planning voor",
    },
    keep: {
      label: "De vorige data behouden",
      button: "Behoud de planning",
      past: "behield de vorige planning",
    },
  },
  fields: {
    planning: { label: "Planning van de protocolfase" },
    ...planningFields,
    reason: { label: "Waarom behoud je de data?", hint: "De aanvrager leest deze reden." },
  },
  mail: {
    subject: "De aanvrager vraagt andere data",
    paragraphs: ["De aanvrager gaat niet akkoord met de planning en stelt andere data voor."],
  },
};

export const intakeTexts = {
  submitIntake,
  assessIntake,
  agreePlanning,
  proposePlanning,
  followDossier: "Bekijk je dossier",
  adviseExploratoryTalk: (names: Names): MailText => ({
    subject: "Plan nu een verkennend gesprek over MAGDA",
    paragraphs: [
      "De planning ligt vast. We beginnen nu aan de DPIA en het protocol.",
      `Je aansluiting op ${names.platform} regel je zelf met ${names.vdi}. Dat kost tijd: plan daarom nu al een verkennend gesprek. Hoe je dat doet, lees je op ${names.links.exploratoryTalk}.`,
      "Volg je dossier via de knop hieronder.",
    ],
  }),
};
