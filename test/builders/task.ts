import type { Decision, HumanTask } from "../../functions/domain/human-task.ts";
import { NOW } from "./dossier.ts";

/** An open task of the applicant. */
export const aTask = (differences: Partial<HumanTask> = {}): HumanTask => ({
  dossierId: "01HZ0000000000000000000000",
  kind: "SubmitIntake",
  pass: 1,
  round: 1,
  stage: "INTAKE",
  audience: "applicant",
  status: "open",
  openedAt: NOW,
  since: NOW,
  taskToken: "token-1",
  deliveries: 0,
  reminders: 0,
  clocks: {},
  ...differences,
});

export const aDecision = (differences: Partial<Decision> = {}): Decision => ({
  outcome: "submitted",
  fields: {},
  documents: [],
  by: { role: "applicant", id: "person-contact", name: "An Voorbeeld" },
  at: NOW,
  ...differences,
});
