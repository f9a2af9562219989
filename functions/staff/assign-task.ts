import { toInstant } from "../domain/calendar.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import { HANDLED, type Handler } from "../domain/handler.ts";
import type { Clock, HumanTasks, NewId, Staff } from "../domain/ports.ts";
import type { Change } from "../domain/records.ts";
import type { Member } from "../domain/staff.ts";
import { untilNoConflict } from "../domain/until-no-conflict.ts";
import type { Reason } from "../domain/verdict.ts";
import { type Assignment, judgeAssignment, type Named } from "./judge-assignment.ts";

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
  const { verdict, to } = await judgeAssignment(deps, task, assignment, by);
  if (!verdict.allowed) return { status: "refused", reasons: verdict.reasons };
  const at = toInstant(deps.now());
  // Before the task is assigned, so that a repeated request completes both.
  if (to && task.audience === HANDLED) await deps.becomeHandler(dossierId, { ...to, at }, by);
  if (to?.id === task.assignee?.id) return { status: "assigned", task };
  const assignee = to && { ...to, at };
  const assigned = await deps.tasks.assign(task, assignee, changeOf(deps, task, to, by, at));
  return { status: "assigned", task: assigned };
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
