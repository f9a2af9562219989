import type { HumanTask } from "../domain/human-task.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * CLAIM-02: a colleague takes over a task only after seeing its current assignee. When two take a task at once, the
 * second is told who was first.
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
