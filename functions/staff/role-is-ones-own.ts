import type { Role } from "../domain/people.ts";
import { type Member, ownRolesOf } from "../domain/staff.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * SUBSTITUTE-01: a colleague names a substitute only for a role of their own. A substitute cannot name another
 * substitute.
 * Source: the process, "At any moment": absence of a team member.
 */
export const roleIsOnesOwn = (role: Role, by: Member): Verdict =>
  ownRolesOf(by).includes(role)
    ? allowed
    : refused(
        "SUBSTITUTE-01",
        "Je kan alleen een vervanger aanduiden voor een rol die je zelf hebt.",
        "role",
      );
