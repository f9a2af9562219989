import * as z from "zod";
import { longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { questionsByField, somethingIsAsked } from "../domain/questions-by-field.ts";
import { OwnFileForm } from "./own-file-form.ts";
import { ProtocolForm } from "./protocol-form.ts";
import { adviseOnProtocol as texts } from "./review-texts.nl.ts";

const ChangesNeeded = z.object({
  remarks: longText().optional(),
  questionsByField: questionsByField(ProtocolForm, OwnFileForm),
});

/** The advice of the LED DPO. */
export const adviseOnProtocol = defineTask({
  kind: "AdviseOnProtocol",
  stage: "PROTOCOL",
  audience: "led-dpo",
  outcomes: {
    positive: z.object({ remarks: longText().optional() }),
    "changes-needed": ChangesNeeded,
  },
  documents: [{ kind: "led-dpo-advice", requiredFor: [] }],
  tells: ["remarks", "questionsByField"],
  due: { days: 10, unit: "working" },
  texts: { nl: texts },
  mayDecide: {
    "changes-needed": (_dossier, { fields: { remarks, questionsByField: byField } }) =>
      somethingIsAsked({ field: "remarks", text: remarks }, byField),
  },
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
