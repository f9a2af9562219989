import * as z from "zod";
import { choice, date, text } from "../domain/fields.ts";
import { ROLES } from "../domain/people.ts";

/** How somebody names a substitute: for which of its roles, whom (by subject), from and until which day. */
export const SubstitutionForm = z.object({
  role: choice(ROLES),
  substitute: text(),
  from: date(),
  until: date(),
});
export type SubstitutionForm = z.infer<typeof SubstitutionForm>;
