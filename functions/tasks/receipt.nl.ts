import { showMoment } from "../domain/calendar.ts";
import type { Audience } from "../domain/people.ts";
import { audienceNames } from "../domain/texts.nl.ts";

/** The mail to who sent a form, and the lines of the page that thanks for it. */
export const receiptTexts = {
  subject: (past: string) => `Bedankt: je ${past}`,
  received: (at: string, reference: string) =>
    `We kregen op ${showMoment(at)} wat je instuurde. Je dossiernummer is ${reference}.`,
  reader: (audience: Audience, due: string | undefined) =>
    [`Wie leest het? Het ${audienceNames[audience]}.`, due ?? ""].join(" ").trim(),
  answers: "Dit stuurde je in. Bewaar deze mail: het is je bewijs.",
  action: "Bekijk je dossier",
  after: "Je leest dit altijd na via je dossier. Zodra er iets van jou nodig is, krijg je een mail.",
};
