import { NAMES } from "../domain/names.ts";
import type { TaskTexts } from "../domain/texts.ts";

/** Texts of the consumer's DPO, who advises on the protocol. */
export const dpoTexts: TaskTexts = {
  title: "Geef advies over het protocol",
  why: [
    "Je organisatie wil de Leer- en Ervaringsbewijzendatabank (LED) raadplegen. Daarvoor sluit ze een protocol met de beheerder van de LED. De wet vraagt eerst het advies van jou, als DPO.",
    "Hieronder staat de tekst zoals je contactpersoon hem voorlegde. Je advies gaat over die tekst, en komt ongewijzigd bij het protocol.",
  ],
  outcomes: {
    positive: {
      label: "Positief advies",
      explanation: "Je organisatie kan het protocol indienen.",
      button: "Geef positief advies",
      past: "gaf positief advies over het protocol",
    },
    conditions: {
      label: "Positief advies onder voorwaarden",
      explanation: `Je organisatie kan het protocol indienen. Het ${NAMES.desk} leest je voorwaarden.`,
      button: "Geef advies onder voorwaarden",
      past: "gaf positief advies onder voorwaarden over het protocol",
    },
    negative: {
      label: "Negatief advies",
      explanation: "Je organisatie past de tekst aan en vraagt je daarna opnieuw om advies.",
      button: "Geef negatief advies",
      past: "gaf negatief advies over het protocol",
    },
  },
  fields: {
    remarks: {
      label: "Je opmerkingen of voorwaarden",
      told: "Opmerkingen of voorwaarden van de DPO van de afnemer",
      hint: `Je organisatie, het ${NAMES.desk} en de DPO van de LED lezen dit.`,
    },
  },
  mail: ({ dossier }) => ({
    subject: "Geef advies over het protocol voor de LED",
    why: [
      `${dossier.people.contact.name} vraagt je advies als DPO van ${dossier.organisation.name}, over het protocol voor de toegang tot de Leer- en Ervaringsbewijzendatabank (LED).`,
    ],
    what: ["Lees de tekst via de knop, en geef je advies."],
    ifNot: "Zonder jouw positieve advies kan niemand het protocol ondertekenen.",
    action: "Lees het protocol en geef advies",
  }),
};
