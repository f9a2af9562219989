import * as z from "zod";
import { longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { protocolTexts } from "./texts.nl.ts";

/** An approval starts the first reading: the LED DPO advises, and everybody signs, on the text as approved now. */
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
      protocol ? { protocol: { ...protocol, approvedAt: at, ledDpoAdvice: undefined, signatures: {} } } : {},
  },
  closes: { close: "closed" },
});
