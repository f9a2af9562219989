import * as z from "zod";
import { longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { PlanningFields } from "./planning-fields.ts";
import { planningIsInOrder } from "./planning-is-in-order.ts";
import { agreePlanning as texts } from "./planning-texts.nl.ts";

const OtherDates = z.object({ planning: PlanningFields, remarks: longText().optional() });

export const agreePlanning = defineTask({
  kind: "AgreePlanning",
  stage: "INTAKE",
  audience: "applicant",
  outcomes: { agree: z.object({}), "other-dates": OtherDates },
  tells: ["planning", "remarks"],
  texts: { nl: texts },
  prefill: (dossier) => ({ planning: dossier.planning }),
  mayDecide: { "other-dates": (_dossier, { fields, at }) => planningIsInOrder(fields.planning, at) },
  records: {
    agree: ({ planning }, { at }) => (planning ? { planning: { ...planning, agreedAt: at } } : {}),
  },
});
