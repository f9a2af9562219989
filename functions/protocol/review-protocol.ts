import * as z from "zod";
import { longText, yesNo } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { questionsByField, somethingIsAsked } from "../domain/questions-by-field.ts";
import { adviceIsMissing, approvedWithAdvice } from "./approved-with-advice.ts";
import { OwnFileForm } from "./own-file-form.ts";
import { ProtocolForm } from "./protocol-form.ts";
import { reviewProtocol as texts } from "./review-texts.nl.ts";

const ClarificationNeeded = z.object({
  questions: longText().optional(),
  questionsByField: questionsByField(ProtocolForm, OwnFileForm),
  affectsAdvice: yesNo(),
});

/**
 * An approval starts the advice of the LED DPO. A draft without the advice of the consumer's DPO is read first: found in
 * order, it goes back for that advice. Everybody advises on and signs the text as approved; the final text
 * holds that advice, so it is fixed anew. A clarification needs a new advice of the consumer's DPO only where the
 * reviewer says that it touches that advice.
 */
export const reviewProtocol = defineTask({
  kind: "ReviewProtocol",
  stage: "PROTOCOL",
  audience: "led-team",
  outcomes: {
    approved: z.object({}),
    "ask-advice": z.object({}),
    "clarification-needed": ClarificationNeeded,
    close: z.object({ reason: longText() }),
  },
  tells: ["questions", "questionsByField", "reason"],
  texts: { nl: texts },
  offers: ({ protocol }, outcome) => outcome !== (protocol?.consumerDpoAdvice ? "ask-advice" : "approved"),
  // Without an advice there is none to carry over.
  prefill: ({ protocol }) => (protocol?.consumerDpoAdvice ? {} : { affectsAdvice: true }),
  mayDecide: {
    approved: approvedWithAdvice,
    "ask-advice": adviceIsMissing,
    "clarification-needed": (_dossier, { fields: { questions, questionsByField: byField } }) =>
      somethingIsAsked({ field: "questions", text: questions }, byField),
  },
  records: {
    approved: ({ protocol }, { at }) =>
      protocol
        ? {
            protocol: {
              ...protocol,
              approvedAt: at,
              ledDpoAdvice: undefined,
              fixed: undefined,
              signatures: {},
            },
          }
        : {},
    "ask-advice": ({ protocol }, { at }) =>
      protocol ? { protocol: { ...protocol, adviceAskedAt: at } } : {},
    "clarification-needed": ({ protocol }, { fields: { affectsAdvice } }) =>
      protocol?.consumerDpoAdvice
        ? {
            protocol: {
              ...protocol,
              consumerDpoAdvice: { ...protocol.consumerDpoAdvice, carriesOver: !affectsAdvice },
            },
          }
        : {},
  },
  closes: { close: "closed" },
});
