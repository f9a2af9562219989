import { NAMES } from "../domain/names.ts";
import type { TaskTexts } from "../domain/texts.ts";

export const answerMessageTexts: TaskTexts = {
  title: "Bericht beantwoorden",
  why: ["Iemand van de afnemer stuurde een bericht. Antwoord, of sluit af als er geen antwoord nodig is."],
  outcomes: {
    answered: {
      label: "Antwoord",
      explanation: "Je antwoord wordt gemaild en staat in de tijdlijn van het dossier.",
      button: "Verstuur het antwoord",
      past: "beantwoordde een bericht",
    },
    "no-answer": {
      label: "Geen antwoord nodig",
      explanation: "De afzender krijgt hiervan geen mail.",
      button: "Geen antwoord nodig",
      past: "sloot een bericht af zonder antwoord",
    },
  },
  fields: {
    answer: { label: "Je antwoord", told: `Antwoord van het ${NAMES.desk}` },
    messages: { label: "De berichten" },
  },
  mail: {
    subject: "Een bericht wacht op antwoord",
    why: ["Iemand van de afnemer stuurde een bericht, en kreeg nog geen antwoord."],
    what: ["Lees het bericht. Antwoord, of sluit af als er geen antwoord nodig is."],
    ifNot: "De afzender wacht tot dan op een antwoord. Na vijf werkdagen volgt een herinnering.",
    action: "Lees het bericht",
  },
};
