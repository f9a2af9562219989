import { dateOf, toInstant } from "../domain/calendar.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import { HANDLED, type Handler } from "../domain/handler.ts";
import type { Clock, HumanTasks, NewId, Staff } from "../domain/ports.ts";
import type { Change } from "../domain/records.ts";
import type { Member } from "../domain/staff.ts";
import { untilNoConflict } from "../domain/until-no-conflict.ts";
import { allOf, allowed, type Reason, type Verdict } from "../domain/verdict.ts";
import { assigneeIsAsSeen } from "./assignee-is-as-seen.ts";
import { colleagueHasTheRole, colleaguesWith } from "./colleague-has-the-role.ts";
import { ownTaskIsReleased } from "./own-task-is-released.ts";
import { taskIsOfOwnRole } from "./task-is-of-own-role.ts";

/** `seen`: id of the assignee that the page showed. */
export type Assignment =
  { kind: "claim"; seen?: string } | { kind: "release" } | { kind: "hand-over"; to: string; seen?: string };
export type AssignResult =
  { status: "assigned"; task: HumanTask } | { status: "refused"; reasons: Reason[] } | { status: "unknown" };
export type AssignTask = (
  dossierId: string,
  id: string,
  assignment: Assignment,
  by: Member,
) => Promise<AssignResult>;

/** Makes somebody the handler of a dossier that has none. Idempotent. */
export type BecomeHandler = (dossierId: string, handler: Handler, by: Member) => Promise<void>;

type Deps = {
  tasks: Pick<HumanTasks, "find" | "assign">;
  becomeHandler: BecomeHandler;
  staff: Staff;
  now: Clock;
  newId: NewId;
};
type Named = { id: string; name: string };

/**
 * Takes a task, releases it, or hands it over. The assignee is information for colleagues; any of them may still decide
 * the task. One conditional write, with a record. Whoever gets the first task of the LED team becomes the handler of the
 * dossier, and gets its next ones (domain/handler.ts).
 */
export function createAssignTask(deps: Deps): AssignTask {
  return (dossierId, id, assignment, by) =>
    untilNoConflict(() => assign(deps, dossierId, id, assignment, by));
}

async function assign(
  deps: Deps,
  dossierId: string,
  id: string,
  assignment: Assignment,
  by: Member,
): Promise<AssignResult> {
  const task = await deps.tasks.find(dossierId, id);
  if (!task) return { status: "unknown" };
  const { verdict, to } = await judge(deps, task, assignment, by);
  if (!verdict.allowed) return { status: "refused", reasons: verdict.reasons };
  const at = toInstant(deps.now());
  // Before the task is assigned, so that a repeated request completes both.
  if (to && task.audience === HANDLED) await deps.becomeHandler(dossierId, { ...to, at }, by);
  if (to?.id === task.assignee?.id) return { status: "assigned", task };
  const assignee = to && { ...to, at };
  const assigned = await deps.tasks.assign(task, assignee, changeOf(deps, task, to, by, at));
  return { status: "assigned", task: assigned };
}

async function judge(
  deps: Deps,
  task: HumanTask,
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
export async function findCandidates(
  { staff, now }: Pick<Deps, "staff" | "now">,
  { audience }: Pick<HumanTask, "audience">,
) {
  const today = dateOf(toInstant(now()));
  const [colleagues, substitutions] = await Promise.all([
    staff.listColleagues(),
    staff.listSubstitutions(today, "within-a-second"),
  ]);
  return colleaguesWith(audience, colleagues, substitutions, today);
}

/** A role of the LED is the audience of the task, and the actor has that role. */
const changeOf = (
  { newId }: Deps,
  task: HumanTask,
  to: Named | undefined,
  by: Member,
  at: string,
): Change => ({
  id: newId(),
  at,
  by: { role: task.audience, id: by.subject, name: by.name },
  what: `assignee.${to === undefined ? "released" : to.id === by.subject ? "claimed" : "handed-over"}`,
  from: { task: taskId(task), assignee: task.assignee },
  to: { task: taskId(task), assignee: to },
});
