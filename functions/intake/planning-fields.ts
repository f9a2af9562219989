import * as z from "zod";
import { date } from "../domain/fields.ts";

/** The dates of the protocol phase, in the order in which they come. */
export const PlanningFields = z.object({
  dpiaConclusion: date("scheduled"),
  protocolDraft: date("scheduled"),
  dpoAdvice: date("scheduled"),
  signature: date("scheduled"),
  connection: date("scheduled"),
});
export type PlanningFields = z.infer<typeof PlanningFields>;

/** The names of the dates, in order. */
export const PLANNING_ORDER = PlanningFields.keyof().options;
