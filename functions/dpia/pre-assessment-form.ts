import * as z from "zod";
import { CHANNELS } from "../domain/facts.ts";
import { choice, choices, longText, wholeNumber, yesNo } from "../domain/fields.ts";
import { type Part, QUESTIONNAIRE } from "./questionnaire.ts";

/** Description of the processing, for later readers of the conclusion. */
const Header = z.object({
  processing: longText(1000),
  controllers: longText(500),
  /** The same maximum length as in the intake, which prefills it; likewise for data subjects and mutations. */
  purpose: longText(),
  dataSubjects: longText(1000),
  requestsPerYear: wholeNumber("requests-per-year"),
  dataCategories: longText(1000),
  recipients: longText(500),
  channels: choices(CHANNELS),
  mutations: longText(1000).optional(),
  retention: longText(500),
  automatedDecisions: yesNo(),
});

export const ANSWERS = ["yes", "no", "not-applicable"] as const;
const Item = z.object({ answer: choice(ANSWERS), reason: longText(500).optional() });

const itemsOf = (part: Part) => z.object(Object.fromEntries(QUESTIONNAIRE[part].map(({ id }) => [id, Item])));

/** The complete pre-assessment. With every field full it stays under MAXIMUM_FORM_BYTES. */
export const PreAssessmentForm = z.object({
  header: Header,
  a: itemsOf("a"),
  b: itemsOf("b"),
  c: itemsOf("c"),
  motivation: longText(2000).optional(),
});
export type PreAssessmentForm = z.infer<typeof PreAssessmentForm>;

/** Ids of the criteria answered with yes, in order. */
export const criteriaMet = ({ a, b, c }: PreAssessmentForm): string[] =>
  Object.entries({ ...a, ...b, ...c })
    .filter(([, { answer }]) => answer === "yes")
    .map(([id]) => id);
