import * as z from "zod";
import { longText } from "../domain/fields.ts";
import { defineTask } from "../domain/define-task.ts";
import { proposedPlanning } from "./proposed-planning.ts";
import { PlanningFields } from "./planning-fields.ts";
import { planningIsInOrder } from "./planning-is-in-order.ts";
import { proposePlanning as texts } from "./planning-texts.nl.ts";

const Proposed = z.object({ planning: PlanningFields });

export const proposePlanning = defineTask({
  kind: "ProposePlanning",
  stage: "INTAKE",
  audience: "led-team",
  outcomes: { proposed: Proposed, keep: z.object({ reason: longText() }) },
  tells: ["planning", "reason"],
  texts: { nl: texts },
  prefill: (dossier, { openedAt, typical }) => ({
    planning: dossier.planning ?? proposedPlanning(dossier, openedAt, typical),
  }),
  mayDecide: { proposed: (_dossier, { fields, at }) => planningIsInOrder(fields.planning, at) },
  records: { proposed: (_dossier, { fields }) => ({ planning: fields.planning }) },
});
