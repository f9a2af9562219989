import { type Situation, PLACEHOLDER_NAMES } from "../../domain/ready-text.ts";

export const situationNames: Record<Situation, string> = {
  message: "een bericht of een antwoord",
  questions: "vragen aan de aanvrager",
  reason: "een reden",
  remarks: "opmerkingen",
};

/** Texts of the pages about ready texts. */
export const readyTexts = {
  nav: "Teksten",
  title: "Teksten van het team",
  intro:
    "Teksten die jullie vaker gebruiken. Kies ze bij een bericht of bij een beslissing; daar pas je ze nog aan. Wie een tekst wijzigt, maakt een nieuwe versie: de vorige blijft bewaard.",
  none: "Er zijn nog geen teksten.",
  add: "Voeg een tekst toe",
  edit: (title: string) => `Wijzig: ${title}`,
  fields: {
    title: { label: "Titel", hint: "Alleen het team ziet de titel." },
    situation: { label: "Waarvoor?", options: situationNames },
    text: {
      label: "Tekst",
      hint: `Tussen accolades komt een gegeven van het dossier: ${PLACEHOLDER_NAMES.map((name) => `{${name}}`).join(", ")}.`,
    },
  },
  button: "Bewaar de tekst",
  remove: "Haal de tekst weg: de versies blijven bewaard",
  saved: "De tekst is bewaard.",
  changedElsewhere: "Iemand wijzigde deze tekst intussen. Kijk na wat er nu staat.",
  versions: "Versies",
  version: (number: number, by: string, at: string) => `Versie ${number}, ${by}, ${at}`,
  choose: "Begin met een tekst van het team",
  chooseButton: "Vul in",
  chooseHint: "Wat je in dat veld al typte en niet bewaarde, wordt vervangen.",
  manage: "Bekijk of wijzig de teksten",
};
