import * as z from "zod";
import { hidden, longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { idsOf, unanswered } from "../domain/messages.ts";
import { answerMessageTexts } from "./answer-message.nl.ts";

/** `messages`: the ids of those that the page showed. Left out, the decision is about all that came before it. */
const Shown = z.object({ messages: hidden().optional() });
export const Answered = Shown.extend({ answer: longText() });

/**
 * What the LED team does with the messages of people of the consumer: one open task for all that wait for an answer. It
 * belongs to no step, and decides nothing in the workflow.
 */
export const answerMessage = defineTask({
  kind: "AnswerMessage",
  stage: "CONTACT",
  audience: "led-team",
  outcomes: { answered: Answered, "no-answer": Shown },
  texts: { nl: answerMessageTexts },
  shows: (whole) => ({ messages: idsOf(unanswered(whole)) }),
});
