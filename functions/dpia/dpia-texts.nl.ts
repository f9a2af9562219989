import { NAMES } from "../domain/names.ts";
import { roundOf } from "../domain/dossier.ts";
import type { TaskMail, TaskTexts } from "../domain/texts.ts";
import { questionTexts, withAnswerTexts } from "../domain/questions-by-field.nl.ts";
import { IF_NOT_ANSWERED, WAITS_FOR_LED } from "../domain/texts.nl.ts";

const yesOrNo = { true: "Ja", false: "Nee" };

export const carryOutDpia: TaskTexts = {
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

export const reviewDpia: TaskTexts = {
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
