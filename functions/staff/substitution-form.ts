import * as z from "zod";
import { choice, date, identifier } from "../domain/fields.ts";
import { ROLES } from "../domain/people.ts";

/** Form to name a substitute: the role, the colleague (by subject), the first and the last day. */
export const SubstitutionForm = z.object({
  role: choice(ROLES),
  substitute: identifier().min(1),
  from: date("absence-start"),
  until: date("absence-end"),
});
export type SubstitutionForm = z.infer<typeof SubstitutionForm>;
