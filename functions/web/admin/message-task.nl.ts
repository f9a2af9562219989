/** Texts of the page on which the team answers messages. */
export const messageTaskTexts = {
  from: (who: string, when: string) => `Bericht van ${who}, ${when}`,
  files: "Bijlagen:",
  notAccepted: (name: string) => `${name} (niet te openen: wordt nog gecontroleerd, of werd geweigerd)`,
  answerGoesTo: (names: string) => `Je antwoord gaat naar: ${names}.`,
  alsoAnswers: "Dit bericht wacht op antwoord. Met wat je nu verstuurt, is het beantwoord.",
};
