import * as z from "zod";
import { longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { planningIsInOrder } from "./planning-is-in-order.ts";
import { PlanningFields } from "./planning-fields.ts";
import { intakeTexts } from "./texts.nl.ts";

const Suitable = z.object({ planning: PlanningFields });
const WithReason = z.object({ reason: longText() });

export const assessIntake = defineTask({
  kind: "AssessIntake",
  stage: "INTAKE",
  audience: "led-team",
  outcomes: {
    suitable: Suitable,
    "more-information": z.object({ questions: longText() }),
    unsuitable: WithReason,
    close: WithReason,
  },
  tells: ["planning", "questions", "reason"],
  texts: { nl: intakeTexts.assessIntake },
  mayDecide: { suitable: (_dossier, { fields, at }) => planningIsInOrder(fields.planning, at) },
  records: { suitable: (_dossier, { fields }) => ({ planning: fields.planning }) },
  closes: { unsuitable: "unsuitable", close: "closed" },
});
