/** Texts of the page on which the team answers messages. */
export const messageTaskTexts = {
  from: (who: string, when: string) => `Bericht van ${who}, ${when}`,
  files: "Bijlagen:",
  checking: "wordt nog gecontroleerd",
  takeOver: (kind: string) => `Neem over als: ${kind}`,
  filesOfMessages: "Bestanden uit berichten",
  actFor: (title: string, who: string) => `${title} (in naam van: ${who})`,
  actOnBehalf: "Vraagt dit bericht iets wat je zelf kan invullen? Doe het in naam van de afzender:",
  answerGoesTo: (names: string) => `Je antwoord gaat naar: ${names}.`,
  alsoAnswers: "Dit bericht wacht op antwoord. Met wat je nu verstuurt, is het beantwoord.",
};
