import type { HumanTask } from "../domain/human-task.ts";
import type { Member } from "../domain/staff.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * CLAIM-01: a colleague takes, releases and hands over open tasks of a current role of theirs. Tasks of the consumer
 * have no assignee.
 * Source: the process, "At any moment": absence of a team member; the process, "Audiences".
 */
export function taskIsOfOwnRole(
  { status, audience }: Pick<HumanTask, "status" | "audience">,
  { roles }: Pick<Member, "roles">,
): Verdict {
  if (!roles.some((role) => role === audience))
    return refused("CLAIM-01", "Deze taak is niet voor jouw rol.");
  return status === "open" ? allowed : refused("CLAIM-01", "Deze taak is niet meer open.");
}
