import * as z from "zod";
import { longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { protocolTexts } from "./texts.nl.ts";

/** The advice of the LED DPO. */
export const adviseOnProtocol = defineTask({
  kind: "AdviseOnProtocol",
  stage: "PROTOCOL",
  audience: "led-dpo",
  outcomes: {
    positive: z.object({ remarks: longText().optional() }),
    "changes-needed": z.object({ remarks: longText() }),
  },
  documents: [{ kind: "led-dpo-advice", requiredFor: [] }],
  tells: ["remarks"],
  due: { days: 10, unit: "working" },
  texts: { nl: protocolTexts.adviseOnProtocol },
  records: {
    positive: ({ protocol }, { at, by }) =>
      protocol
        ? {
            protocol: {
              ...protocol,
              ledDpoAdvice: { outcome: "positive", at, by: by.name, version: protocol.version },
            },
          }
        : {},
  },
});
