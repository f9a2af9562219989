import { dateOf, toInstant } from "../domain/calendar.ts";
import type { HumanTask } from "../domain/human-task.ts";
import type { Clock, Staff } from "../domain/ports.ts";
import type { Member } from "../domain/staff.ts";
import { allOf, allowed, type Verdict } from "../domain/verdict.ts";
import { assigneeIsAsSeen } from "./assignee-is-as-seen.ts";
import { colleagueHasTheRole, colleaguesWith } from "./colleague-has-the-role.ts";
import { ownTaskIsReleased } from "./own-task-is-released.ts";
import { taskIsOfOwnRole } from "./task-is-of-own-role.ts";

/** `seen`: id of the assignee that the page showed. */
export type Assignment =
  { kind: "claim"; seen?: string } | { kind: "release" } | { kind: "hand-over"; to: string; seen?: string };
/** A task, or a mail of no dossier. */
export type Assignable = Pick<HumanTask, "status" | "audience" | "assignee">;
export type Named = { id: string; name: string };

type Deps = { staff: Staff; now: Clock };

/** Whether somebody may take, release or hand over work, and who has it then. */
export async function judgeAssignment(
  deps: Deps,
  task: Assignable,
  assignment: Assignment,
  by: Member,
): Promise<{ verdict: Verdict; to: Named | undefined }> {
  const own = taskIsOfOwnRole(task, by);
  if (assignment.kind === "release")
    return { verdict: allOf(own, ownTaskIsReleased(task, by.subject)), to: undefined };
  // The same request sent again: the task was already handed over by its former assignee.
  const isDone = assignment.kind === "hand-over" && task.assignee?.id === assignment.to;
  const seen = isDone ? allowed : assigneeIsAsSeen(task, by.subject, assignment.seen);
  if (assignment.kind === "claim")
    return { verdict: allOf(own, seen), to: { id: by.subject, name: by.name } };
  const candidates = await findCandidates(deps, task);
  const colleague = candidates.find(({ subject }) => subject === assignment.to);
  return {
    verdict: allOf(own, seen, colleagueHasTheRole(assignment.to, candidates)),
    to: colleague && { id: colleague.subject, name: colleague.name },
  };
}

/** Colleagues to whom a task can be handed over. */
export async function findCandidates({ staff, now }: Deps, { audience }: Pick<HumanTask, "audience">) {
  const today = dateOf(toInstant(now()));
  const [colleagues, substitutions] = await Promise.all([
    staff.listColleagues(),
    staff.listSubstitutions(today, "within-a-second"),
  ]);
  return colleaguesWith(audience, colleagues, substitutions, today);
}
