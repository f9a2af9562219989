import type { HumanTask } from "../domain/human-task.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * CLAIM-02: a task that a colleague has is taken over only by who saw that it is that colleague's; of two who take a
 * task on at once, the second hears who was first.
 * Source: the process, "At any moment": absence of a team member; design, rule 2.
 */
export const assigneeIsAsSeen = (
  { assignee }: Pick<HumanTask, "assignee">,
  subject: string,
  seen: string | undefined,
): Verdict =>
  !assignee || assignee.id === subject || assignee.id === seen
    ? allowed
    : refused("CLAIM-02", `${assignee.name} heeft deze taak intussen opgenomen.`);
