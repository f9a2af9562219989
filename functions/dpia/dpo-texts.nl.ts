import { NAMES } from "../domain/names.ts";
import type { MailText, TaskTexts } from "../domain/texts.ts";

export const adviseOnDpia: TaskTexts = {
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

export const adviseOnDpiaForLed: TaskTexts = {
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

/** To the LED team. */
export const ledOpinionGiven = (organisation: string, name: string, past: string): MailText => ({
  subject: "Advies van de DPO van de LED over de DPIA",
  paragraphs: [`${name} ${past} van ${organisation}. Dit is het advies:`],
});
