import { NAMES } from "../domain/names.ts";
import type { FieldText, MailText, TaskMail, TaskTexts } from "../domain/texts.ts";
import { IF_NOT_ANSWERED, WAITS_FOR_LED } from "../domain/texts.nl.ts";

export const planningFields: Record<string, FieldText> = {
  "planning.dpiaConclusion": { label: "Besluit over de DPIA" },
  "planning.protocolDraft": { label: "Ontwerp van het protocol" },
  "planning.dpoAdvice": { label: "Advies van beide DPO's" },
  "planning.signature": { label: "Ondertekening" },
  "planning.connection": { label: `Aansluiting op ${NAMES.platform}` },
};

export const agreePlanning: TaskTexts = {
  title: "Ga akkoord met de planning",
  why: [
    `De LED past bij je aanvraag. Het ${NAMES.desk} stelt een planning voor tot en met de aansluiting.`,
    "Passen deze datums niet? Stel dan andere datums voor.",
  ],
  outcomes: {
    agree: {
      label: "Akkoord",
      button: "Ik ga akkoord met de planning",
      confirmation: "Ja, deze datums zijn goed voor ons",
      past: "ging akkoord met de planning",
    },
    "other-dates": {
      label: "Andere datums voorstellen",
      button: "Stel deze datums voor",
      past: "stelde andere datums voor",
    },
  },
  fields: {
    planning: { label: "Jouw voorstel", told: "Voorstel van de aanvrager" },
    ...planningFields,
    remarks: { label: "Toelichting", told: "Toelichting van de aanvrager" },
  },
  mail: ({ dossier }) =>
    dossier.rounds.INTAKE?.from === "ProposePlanning" ? answeredPlanning : firstPlanning,
};

const firstPlanning: TaskMail = {
  subject: "Bekijk de planning van je aansluiting",
  why: [
    `Goed nieuws: de LED past bij wat je organisatie wil doen. Het ${NAMES.desk} stelt een planning voor.`,
  ],
  what: ["Bekijk de datums en laat weten of ze passen."],
  ifNot: IF_NOT_ANSWERED,
  action: "Bekijk de planning",
};
const answeredPlanning: TaskMail = {
  subject: "Antwoord op je voorstel voor de planning",
  why: [`Je stelde andere datums voor. Dit is het antwoord van het ${NAMES.desk}.`],
  what: ["Bekijk de datums en laat weten of ze passen."],
  ifNot: IF_NOT_ANSWERED,
  action: "Bekijk de planning",
};

export const proposePlanning: TaskTexts = {
  title: "Stel opnieuw een planning voor",
  why: [
    "De aanvrager vroeg om andere datums. Stel nieuwe datums voor, of behoud de vorige en leg uit waarom.",
  ],
  outcomes: {
    proposed: {
      label: "Nieuwe datums",
      button: "Stel deze planning voor",
      past: "stelde een nieuwe planning voor",
    },
    keep: {
      label: "De vorige datums behouden",
      button: "Behoud de planning",
      past: "behield de vorige planning",
    },
  },
  fields: {
    planning: { label: "Planning van de protocolfase", told: `Nieuw voorstel van het ${NAMES.desk}` },
    ...planningFields,
    reason: {
      label: "Waarom behoud je de datums?",
      told: `Waarom het ${NAMES.desk} de vorige datums behoudt`,
      hint: "De aanvrager leest deze reden.",
    },
  },
  mail: ({ dossier: { organisation } }) => ({
    subject: "Antwoord op andere datums voor de planning",
    why: [`${organisation.name} gaat niet akkoord met de planning en stelt andere datums voor.`],
    what: ["Stel nieuwe datums voor, of behoud de vorige en leg uit waarom."],
    ifNot: WAITS_FOR_LED,
  }),
};

export const adviseExploratoryTalk = {
  subject: `Onze raad: plan nu een verkennend gesprek met ${NAMES.vdi}`,
  paragraphs: [
    "De planning ligt vast. We beginnen nu aan de DPIA en het protocol.",
    `Je aansluiting op ${NAMES.platform} regel je zelf met ${NAMES.vdi}. Dat kost tijd: plan daarom nu al een verkennend gesprek. Contactgegevens vind je op ${NAMES.links.exploratoryTalk}.`,
  ],
} satisfies MailText;
