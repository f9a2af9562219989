import type { HumanTask } from "../domain/human-task.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * CLAIM-04: only the assignee releases a task; a colleague takes it over instead.
 * Source: the process, "At any moment": absence of a team member.
 */
export const ownTaskIsReleased = ({ assignee }: Pick<HumanTask, "assignee">, subject: string): Verdict =>
  !assignee || assignee.id === subject
    ? allowed
    : refused("CLAIM-04", `${assignee.name} heeft deze taak. Je kan ze wel overnemen.`);
