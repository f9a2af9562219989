import { showDate } from "../domain/calendar.ts";
import type { MailText } from "../domain/texts.ts";

/** Texts around the advice of the applicant's own DPO. */
export const adviceTexts = {
  open: "Open je taak",
  given: (name: string, past: string): MailText => ({
    subject: "Je DPO gaf advies",
    paragraphs: [
      `${name} ${past}.`,
      "Je leest het advies op de pagina van je taak. Het staat er zoals je DPO het schreef, en gaat ongewijzigd mee als je indient.",
      "Het advies geldt voor de tekst die je voorlegde. Wijzig je die nog, vraag je DPO dan opnieuw om advies.",
    ],
  }),
  title: "Het advies van je DPO",
  titleForLed: "Het advies van de DPO van de afnemer",
  explain: (name: string) =>
    `Is je tekst klaar? Leg hem dan voor aan je DPO, ${name}. Die krijgt een eigen link, leest de tekst en geeft zelf advies. Wat je hieronder invulde, bewaren we als ontwerp.`,
  ask: "Vraag advies aan je DPO",
  own: "Heb je het advies al? Dan kan je het ook zelf invullen en toevoegen.",
  waiting: (name: string, since: string) =>
    `${name} kreeg je vraag op ${showDate(since)} en gaf nog geen advies. Je krijgt een mail zodra het er is.`,
  decided: (who: string, past: string, at: string) => `${who} ${past} op ${showDate(at)}.`,
  aboutText: "Het advies geldt voor de tekst die je toen voorlegde.",
  again: "Vraag opnieuw advies",
  asked: "Je vraag is verstuurd naar je DPO.",
  asDocument:
    "Lees de tekst als document, met alles wat erin komt, of hieronder zoals je contactpersoon hem invulde.",
  text: "De tekst waarover je advies geeft",
};
