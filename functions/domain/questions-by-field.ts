import * as z from "zod";
import { longText } from "./fields.ts";
import type { HumanTask } from "./human-task.ts";
import { allowed, refused, type Verdict } from "./verdict.ts";

/** A group in a decision that asks for changes: it holds a question for each field of the form that comes back. */
export const QUESTIONS = "questionsByField";
/** A group in that form: it holds the answers by field. `GENERAL` is the answer to the general question. */
export const ANSWERS = "answersByField";
export const GENERAL = "general";

/** In characters. A form with all answers full stays below MAXIMUM_FORM_BYTES. */
const LONGEST_QUESTION = 1000;
const LONGEST_ANSWER = 500;

const textAt = (fields: readonly string[], longest: number) =>
  z.object(Object.fromEntries(fields.map((field) => [field, longText(longest).optional()]))).optional();

/** A question for each field of the forms that may come back. A group of fields has one question. */
export const questionsByField = (...forms: z.ZodObject[]) =>
  textAt([...new Set(forms.flatMap(({ shape }) => Object.keys(shape)))], LONGEST_QUESTION);

/** Adds the answers to questions to a form. Only a later round asks for them. */
export const withAnswers = <Shape extends z.ZodRawShape>(form: z.ZodObject<Shape>) =>
  z.object({ ...form.shape, [ANSWERS]: textAt([GENERAL, ...Object.keys(form.shape)], LONGEST_ANSWER) });

const Texts = z.record(z.string(), z.string().optional());
const textsIn = (fields: Record<string, unknown> | undefined, group: string) =>
  Texts.safeParse(fields?.[group]).data ?? {};

/** The questions of a decision, by field. The field of the general question is `general`. */
export function questionsIn(task: HumanTask | undefined): z.output<typeof Texts> {
  const fields = task?.decision?.fields;
  const general = Texts.safeParse({ [GENERAL]: fields?.["questions"] ?? fields?.["remarks"] }).data ?? {};
  return { ...general, ...textsIn(fields, QUESTIONS) };
}
/** The answers of a form, by field. */
export const answersIn = (fields: Record<string, unknown> | undefined) => textsIn(fields, ANSWERS);

/** The fields of a form without the answers to questions, which belong to one round. */
export const withoutAnswers = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => name !== ANSWERS));

/**
 * TASK-03: who asks for changes says what must change, in general or at a field.
 * Source: the process, the rounds of intake, DPIA and protocol.
 */
export const somethingIsAsked = (
  general: { field: string; text: string | undefined },
  byField: z.output<ReturnType<typeof questionsByField>>,
): Verdict =>
  general.text !== undefined || Object.values(byField ?? {}).some((question) => question !== undefined)
    ? allowed
    : refused("TASK-03", "Stel minstens één vraag: hier, of bij een antwoord hieronder.", general.field);
