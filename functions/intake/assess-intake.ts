import * as z from "zod";
import { longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { questionsByField, somethingIsAsked } from "../domain/questions-by-field.ts";
import { planningIsInOrder } from "./planning-is-in-order.ts";
import { IntakeForm } from "./submit-intake.ts";
import { proposedPlanning } from "./proposed-planning.ts";
import { PlanningFields } from "./planning-fields.ts";
import { assessIntake as texts } from "./intake-texts.nl.ts";

const Suitable = z.object({ planning: PlanningFields });
const MoreInformation = z.object({
  questions: longText().optional(),
  questionsByField: questionsByField(IntakeForm),
});
const WithReason = z.object({ reason: longText() });

export const assessIntake = defineTask({
  kind: "AssessIntake",
  stage: "INTAKE",
  audience: "led-team",
  outcomes: {
    suitable: Suitable,
    "more-information": MoreInformation,
    unsuitable: WithReason,
    close: WithReason,
  },
  tells: ["planning", "questions", "questionsByField", "reason"],
  texts: { nl: texts },
  prefill: (dossier, { openedAt, typical }) => ({ planning: proposedPlanning(dossier, openedAt, typical) }),
  mayDecide: {
    suitable: (_dossier, { fields, at }) => planningIsInOrder(fields.planning, at),
    "more-information": (_dossier, { fields: { questions, questionsByField: byField } }) =>
      somethingIsAsked({ field: "questions", text: questions }, byField),
  },
  records: { suitable: (_dossier, { fields }) => ({ planning: fields.planning }) },
  closes: { unsuitable: "unsuitable", close: "closed" },
});
