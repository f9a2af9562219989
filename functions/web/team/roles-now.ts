import { dateOf, toInstant } from "../../domain/calendar.ts";
import type { Clock, Staff } from "../../domain/ports.ts";
import { withSubstitutions } from "../../domain/staff.ts";
import type { Caller } from "./admin-site.ts";

/**
 * The caller with current roles, evaluated at each request: a substitution ends on time, or within a second after somebody
 * ends it.
 */
export async function withRolesNow<Who extends Caller>(
  { staff, now }: { staff: Pick<Staff, "listSubstitutions">; now: Clock },
  who: Who,
): Promise<Who> {
  const today = dateOf(toInstant(now()));
  return withSubstitutions(who, await staff.listSubstitutions(today, "within-a-second"), today);
}
