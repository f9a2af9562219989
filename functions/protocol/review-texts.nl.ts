import { questionTexts } from "../domain/questions-by-field.nl.ts";
import { NAMES } from "../domain/names.ts";
import type { HumanTask } from "../domain/human-task.ts";
import type { TaskTexts } from "../domain/texts.ts";
import { WAITS_FOR_LED } from "../domain/texts.nl.ts";
import { submitProtocol } from "./submit-texts.nl.ts";

/** Whether a refused signature caused the task. */
const isReturned = ({ because = "" }: HumanTask): boolean => because.startsWith("Sign");

export const reviewProtocol: TaskTexts = {
  title: "Kijk het protocol na",
  why: ({ dossier, task }) => [
    dossier.protocol?.consumerDpoAdvice
      ? "Kijk na of het protocol volledig en duidelijk is. Keur je het goed, dan leest de DPO van de LED het."
      : "Kijk na of dit ontwerp volledig en duidelijk is. Is het in orde, dan vraagt de aanvrager advies aan de eigen DPO, en dient daarna dezelfde tekst in.",
    ...(isReturned(task)
      ? [
          "Het protocol kwam terug omdat iemand niet ondertekende. Hieronder staat de reden. Ook de contactpersoon kreeg ze.",
        ]
      : []),
  ],
  outcomes: {
    approved: {
      label: "Het protocol is in orde",
      explanation: "De DPO van de LED krijgt het protocol voor advies.",
      button: "Keur het protocol goed",
      past: "keurde het protocol goed",
    },
    "ask-advice": {
      label: "Het ontwerp is in orde",
      explanation: "De aanvrager vraagt advies aan de eigen DPO en dient dezelfde tekst opnieuw in.",
      button: "In orde: vraag het advies van de DPO",
      past: "vond het ontwerp van het protocol in orde",
    },
    "clarification-needed": {
      label: "Er is verduidelijking nodig",
      explanation: "De aanvrager krijgt je vragen en dient een nieuwe versie in.",
      button: "Vraag verduidelijking",
      past: "vroeg verduidelijking over het protocol",
    },
    close: {
      label: "Het dossier afsluiten",
      explanation: "Het dossier wordt afgesloten. De aanvrager krijgt de reden.",
      warning:
        "Het dossier wordt afgesloten, en de aanvrager krijgt een mail met je reden. Wil die toch verder, dan begint een nieuwe aanvraag.",
      button: "Sluit het dossier af",
      past: "sloot het dossier af",
    },
  },
  fields: {
    ...questionTexts(submitProtocol.fields),
    questions: { label: "Je vragen aan de aanvrager", told: `Vragen van het ${NAMES.desk}` },
    affectsAdvice: {
      label: "Raakt dit het advies van de DPO van de afnemer?",
      hint: "Bij ja vraagt de aanvrager een nieuw advies. Bij nee blijft het vorige gelden. Is er nog geen advies, laat dan ja staan.",
      options: { true: "Ja", false: "Nee" },
    },
    reason: { label: "Reden", told: `Reden van het ${NAMES.desk}`, hint: "De aanvrager leest deze reden." },
  },
  mail: ({ dossier: { organisation }, task }) => ({
    subject: "Kijk het protocol na",
    why: [
      isReturned(task)
        ? `Het protocol van ${organisation.name} is niet ondertekend, en komt terug.`
        : `${organisation.name} diende het protocol in.`,
    ],
    what: ["Kijk na of het volledig en duidelijk is."],
    ifNot: WAITS_FOR_LED,
  }),
};

export const adviseOnProtocol: TaskTexts = {
  title: "Geef advies over het protocol",
  why: [
    `Het ${NAMES.desk} keurde het protocol goed, en de DPO van de afnemer gaf een positief advies. Nu is het jouw beurt voor een eerste lezing.`,
    "Zonder jouw positieve advies kan niemand het protocol ondertekenen. Je kan een document met je advies toevoegen.",
  ],
  outcomes: {
    positive: {
      label: "Positief advies",
      button: "Geef positief advies",
      past: "gaf een positief advies over het protocol",
    },
    "changes-needed": {
      label: "Het protocol moet nog aangepast worden",
      explanation: "De aanvrager krijgt je opmerkingen en dient een nieuwe versie in.",
      button: "Vraag aanpassingen",
      past: "vroeg aanpassingen aan het protocol",
    },
  },
  fields: {
    ...questionTexts(submitProtocol.fields),
    remarks: {
      label: "Je opmerkingen",
      told: "Opmerkingen van de DPO van de LED",
      hint: "De aanvrager kan ze lezen.",
    },
  },
  mail: ({ dossier: { organisation } }) => ({
    subject: "Geef advies over het protocol",
    why: [`Het ${NAMES.desk} keurde het protocol van ${organisation.name} goed en vraagt je advies.`],
    what: ["Lees het protocol en geef je advies. Zonder jouw positieve advies kan niemand het ondertekenen."],
    ifNot: WAITS_FOR_LED,
  }),
};

export const recordPriorConsultation: TaskTexts = {
  title: "Noteer het antwoord van de toezichthouder",
  why: [
    "Uit de DPIA blijkt dat het risico hoog blijft. Dan moet de toezichthouder geraadpleegd zijn (AVG, artikel 36) voordat iemand het protocol ondertekent.",
    "Spreek met de afnemer af wie de toezichthouder raadpleegt, en noteer hier het antwoord.",
  ],
  outcomes: {
    favourable: {
      label: "De toezichthouder heeft geen bezwaar",
      explanation:
        "Ook als de toezichthouder niet op tijd antwoordde. Het protocol kan dan ondertekend worden. Voeg het antwoord toe.",
      button: "Noteer het gunstige antwoord",
      past: "noteerde een gunstig antwoord van de toezichthouder",
    },
    "changes-needed": {
      label: "De toezichthouder vraagt aanpassingen",
      explanation:
        "De aanvrager past de DPIA aan. Daarna wordt het protocol opnieuw ingediend, met nieuw advies van beide DPO's.",
      button: "Vraag een aangepaste DPIA",
      past: "noteerde dat de toezichthouder aanpassingen vraagt",
    },
    negative: {
      label: "Het antwoord is negatief",
      explanation: "Het dossier wordt afgesloten. De aanvrager krijgt de reden.",
      warning:
        "Het dossier wordt afgesloten. De aanvrager krijgt de reden. Wil die toch verder, dan begint een nieuwe aanvraag.",
      button: "Sluit het dossier af",
      past: "noteerde een negatief antwoord van de toezichthouder",
    },
  },
  fields: {
    date: { label: "Datum van het antwoord" },
    remarks: { label: "Wat moet er anders?", told: "Wat er anders moet", hint: "De aanvrager leest dit." },
    reason: { label: "Reden", told: "Reden van de toezichthouder", hint: "De aanvrager leest deze reden." },
  },
  mail: ({ dossier: { organisation } }) => ({
    subject: "Noteer het antwoord van de toezichthouder",
    why: [
      `Beide DPO's gaven een positief advies over het protocol van ${organisation.name}, maar het risico blijft hoog.`,
    ],
    what: ["Spreek met de afnemer af wie de toezichthouder raadpleegt, en noteer het antwoord."],
    ifNot: `Tot dan kan niemand het protocol ondertekenen. ${WAITS_FOR_LED}`,
  }),
};
