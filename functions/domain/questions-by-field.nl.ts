import { NAMES } from "./names.ts";
import { ANSWERS, GENERAL, QUESTIONS } from "./questions-by-field.ts";
import type { FieldText } from "./texts.ts";

type Fields = Record<string, FieldText>;

/** The fields of the form itself, without those in a group. */
const outerOf = (fields: Fields): [string, string][] =>
  Object.entries(fields)
    .filter(([path]) => !path.includes(".") && path !== ANSWERS)
    .map(([path, { told, label }]) => [path, told ?? label]);

/** Words for the questions at the fields of a form, from the words of that form. */
export const questionTexts = (fields: Fields): Fields => ({
  [QUESTIONS]: {
    label: "Stel een vraag bij een antwoord",
    told: "Vragen per antwoord",
    hint: "De aanvrager ziet je vraag bij dat antwoord, en kan er meteen op antwoorden.",
  },
  ...Object.fromEntries(
    outerOf(fields).map(([path, name]) => [
      `${QUESTIONS}.${path}`,
      { label: `Je vraag over: ${name}`, told: name },
    ]),
  ),
});

/** The words of a form, with those for the answers to questions. */
export const withAnswerTexts = (fields: Fields): Fields => ({
  ...fields,
  [ANSWERS]: { label: "Je antwoorden op de vragen", told: `Antwoorden op de vragen van het ${NAMES.desk}` },
  [`${ANSWERS}.${GENERAL}`]: { label: "Je antwoord op de vragen", told: "Algemeen" },
  ...Object.fromEntries(
    outerOf(fields).map(([path, name]) => [
      `${ANSWERS}.${path}`,
      { label: `Je antwoord op de vraag over: ${name}`, told: name },
    ]),
  ),
});
