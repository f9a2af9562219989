import * as z from "zod";
import { longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { questionsByField, somethingIsAsked } from "../domain/questions-by-field.ts";
import { DpiaForm } from "./carry-out-dpia.ts";
import { reviewDpia as texts } from "./dpia-texts.nl.ts";

const ChangesNeeded = z.object({
  remarks: longText().optional(),
  questionsByField: questionsByField(DpiaForm),
});

export const reviewDpia = defineTask({
  kind: "ReviewDpia",
  stage: "DPIA",
  audience: "led-team",
  outcomes: { accepted: z.object({}), "changes-needed": ChangesNeeded },
  tells: ["remarks", "questionsByField"],
  texts: { nl: texts },
  mayDecide: {
    "changes-needed": (_dossier, { fields: { remarks, questionsByField: byField } }) =>
      somethingIsAsked({ field: "remarks", text: remarks }, byField),
  },
  records: {
    accepted: ({ dpia }, { at }) => (dpia ? { dpia: { ...dpia, acceptedAt: at } } : {}),
    "changes-needed": ({ dpia }) => (dpia ? { dpia: { ...dpia, acceptedAt: undefined } } : {}),
  },
});
