import type { Colleague, Member } from "../domain/staff.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * SUBSTITUTE-02: a substitute is another known colleague, perhaps one with the same role, who then also gets the tasks and
 * the dossiers of the absent colleague.
 * Source: the process, "At any moment": absence of a team member.
 */
export function substituteIsAColleague(
  substitute: Colleague | undefined,
  by: Pick<Member, "subject">,
): Verdict {
  return substitute && substitute.subject !== by.subject
    ? allowed
    : refused("SUBSTITUTE-02", "Kies een collega die zich al eens aanmeldde.", "substitute");
}
