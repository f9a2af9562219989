import * as z from "zod";
import { longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { protocolTexts } from "./texts.nl.ts";

/**
 * An approval starts the advice of the LED DPO. Everybody advises on and signs the text as approved; the final text
 * holds that advice, so it is fixed anew.
 */
export const reviewProtocol = defineTask({
  kind: "ReviewProtocol",
  stage: "PROTOCOL",
  audience: "led-team",
  outcomes: {
    approved: z.object({}),
    "clarification-needed": z.object({ questions: longText() }),
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
  },
  closes: { close: "closed" },
});
