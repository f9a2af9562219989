import { QUESTIONNAIRE } from "../../functions/dpia/questionnaire.ts";

const answersOf = (part: readonly { id: string }[], met: readonly string[]) =>
  Object.fromEntries(part.map(({ id }) => [id, { answer: met.includes(id) ? "yes" : "no" }]));

/** A pre-assessment in which these criteria are met. */
export const aPreAssessment = (met: readonly string[] = [], motivation?: string) => ({
  header: {
    processing: "Raadpleging van de LED",
    controllers: "Gemeente Voorbeeldegem en de beheerder van de LED",
    purpose: "Diploma's nakijken bij aanwervingen",
    dataSubjects: "sollicitanten",
    requestsPerYear: 400,
    dataCategories: "diploma's",
    recipients: "de personeelsdienst",
    channels: ["web-service"],
    retention: "1 jaar",
    automatedDecisions: false,
  },
  a: answersOf(QUESTIONNAIRE.a, met),
  b: answersOf(QUESTIONNAIRE.b, met),
  c: answersOf(QUESTIONNAIRE.c, met),
  motivation,
});
