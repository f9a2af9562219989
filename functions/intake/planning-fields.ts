import * as z from "zod";
import { date } from "../domain/fields.ts";

/** The dates of the protocol phase, in chronological order. */
export const PlanningFields = z.object({
  dpiaConclusion: date("scheduled"),
  protocolDraft: date("scheduled"),
  dpoAdvice: date("scheduled"),
  signature: date("scheduled"),
  connection: date("scheduled"),
});
export type PlanningFields = z.infer<typeof PlanningFields>;

/** Field names in chronological order. */
export const PLANNING_ORDER = PlanningFields.keyof().options;
