import { dateOf, toInstant } from "../../domain/calendar.ts";
import type { Clock, Staff } from "../../domain/ports.ts";
import { withSubstitutions } from "../../domain/staff.ts";
import type { Caller } from "./admin-site.ts";

/** The caller with current roles: evaluated at each request, so that a substitution ends on time, and one that a person ends within a second. */
export async function withRolesNow<Who extends Caller>(
  { staff, now }: { staff: Pick<Staff, "listSubstitutions">; now: Clock },
  who: Who,
): Promise<Who> {
  const today = dateOf(toInstant(now()));
  return withSubstitutions(who, await staff.listSubstitutions(today, "within-a-second"), today);
}
