import * as z from "zod";
import { RESIDUAL_RISKS } from "../domain/facts.ts";
import { choice, longText, yesNo } from "../domain/fields.ts";
import { withAnswers } from "../domain/questions-by-field.ts";
import { defineTask } from "../domain/define-task.ts";
import { opinionOnDpia } from "./advise-on-dpia.ts";
import { dpiaIsComplete } from "./dpia-is-complete.ts";
import { carryOutDpia as texts } from "./dpia-texts.nl.ts";

export const DpiaForm = z.object({
  contents: z.object({
    description: yesNo(),
    necessity: yesNo(),
    risks: yesNo(),
    measures: yesNo(),
  }),
  residualRisk: choice(RESIDUAL_RISKS),
  dpoOpinion: longText(),
});

export const carryOutDpia = defineTask({
  kind: "CarryOutDpia",
  stage: "DPIA",
  audience: "applicant",
  outcomes: { submitted: withAnswers(DpiaForm) },
  documents: [
    { kind: "dpia", requiredFor: ["submitted"], mayBeKept: true },
    { kind: "dpia-dpo-opinion", requiredFor: ["submitted"], mayBeKept: true },
  ],
  dpoAdvice: opinionOnDpia,
  tells: ["residualRisk", "dpoOpinion"],
  /** A DPIA takes a team several weeks. */
  due: { days: 60, unit: "calendar" },
  readBy: "ReviewDpia",
  texts: { nl: texts },
  mayDecide: { submitted: (_dossier, { fields }) => dpiaIsComplete(fields.contents) },
  // A new DPIA needs a new review, and the supervisor's answer was about the earlier DPIA.
  records: {
    submitted: ({ dpia }, { fields: { residualRisk } }) =>
      dpia ? { dpia: { ...dpia, residualRisk, acceptedAt: undefined, priorConsultation: undefined } } : {},
  },
});
