import * as z from "zod";
import { choice, date, identifier } from "../domain/fields.ts";
import { ROLES } from "../domain/people.ts";

/** How somebody names a substitute: for which of its roles, whom (by subject), from and until which day. */
export const SubstitutionForm = z.object({
  role: choice(ROLES),
  substitute: identifier().min(1),
  from: date("absence-start"),
  until: date("absence-end"),
});
export type SubstitutionForm = z.infer<typeof SubstitutionForm>;
