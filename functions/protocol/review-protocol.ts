import * as z from "zod";
import { longText, yesNo } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { protocolTexts } from "./texts.nl.ts";

/**
 * An approval starts the advice of the LED DPO. Everybody advises on and signs the text as approved; the final text
 * holds that advice, so it is fixed anew. A clarification needs a new advice of the consumer's DPO only where the
 * reviewer says that it touches that advice.
 */
export const reviewProtocol = defineTask({
  kind: "ReviewProtocol",
  stage: "PROTOCOL",
  audience: "led-team",
  outcomes: {
    approved: z.object({}),
    "clarification-needed": z.object({ questions: longText(), affectsAdvice: yesNo() }),
    close: z.object({ reason: longText() }),
  },
  tells: ["questions", "reason"],
  texts: { nl: protocolTexts.reviewProtocol },
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
    "clarification-needed": ({ protocol }, { fields: { affectsAdvice } }) =>
      protocol
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
