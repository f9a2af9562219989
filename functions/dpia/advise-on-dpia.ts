import * as z from "zod";
import { defineTask } from "../domain/define-task.ts";
import { longText } from "../domain/fields.ts";
import type { DpoAdvice } from "../domain/task-definition.ts";
import { adviseOnDpia as texts } from "./dpo-texts.nl.ts";

export const Opinion = z.object({ opinion: longText() });

/** The opinion of the consumer's own DPO on the DPIA. Source: GDPR 35(2). */
export const adviseOnDpia = defineTask({
  kind: "AdviseOnDpia",
  stage: "DPIA",
  audience: "dpo",
  outcomes: { positive: Opinion, conditions: Opinion, negative: Opinion },
  documents: [{ kind: "dpia-dpo-opinion", requiredFor: [] }],
  due: { days: 14, unit: "calendar" },
  stalls: false,
  texts: { nl: texts },
});

export const opinionOnDpia: DpoAdvice = {
  task: "AdviseOnDpia",
  fields: ["dpoOpinion"],
  fills: ({ outcome, fields }) => {
    const { label = "" } = texts.outcomes[outcome] ?? {};
    return { dpoOpinion: `${label}. ${Opinion.parse(fields).opinion}` };
  },
  document: "dpia-dpo-opinion",
};
