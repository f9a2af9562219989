import { NAMES } from "../../domain/names.ts";
/** Texts of the page on which an applicant writes to the LED team. */
export const messagePageTexts = {
  title: `Stuur een bericht naar het ${NAMES.desk}`,
  intro: `Je bericht komt in de mailbox van het ${NAMES.desk} en in de tijdlijn van je dossier. Het antwoord krijg je per mail.`,
  reason: "Je bericht",
  button: "Verstuur je bericht",
  sent: "Je bericht is verstuurd. Je krijgt antwoord per mail.",
};
