import type { Role } from "../domain/people.ts";
import type { Colleague, Member } from "../domain/staff.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * SUBSTITUTE-02: a substitute is another known colleague, who does not have the role already.
 * Source: the process, "At any moment": absence of a team member.
 */
export function substituteIsAColleague(
  role: Role,
  substitute: Colleague | undefined,
  by: Pick<Member, "subject">,
): Verdict {
  if (!substitute || substitute.subject === by.subject)
    return refused("SUBSTITUTE-02", "Kies een collega die zich al eens aanmeldde.", "substitute");
  return substitute.roles.includes(role)
    ? refused(
        "SUBSTITUTE-02",
        `${substitute.name} heeft deze rol al, en is dus geen vervanger.`,
        "substitute",
      )
    : allowed;
}
