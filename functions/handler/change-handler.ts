import { toInstant } from "../domain/calendar.ts";
import { HANDLED, type Handler } from "../domain/handler.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import type { Clock, NewId, Staff, WholeDossier } from "../domain/ports.ts";
import type { Member } from "../domain/staff.ts";
import { allOf, allowed, type Verdict } from "../domain/verdict.ts";
import { type ChangeDossier, judgeAndChange } from "../dossiers/change-dossier.ts";
import type { AssignTask } from "../staff/assign-task.ts";
import { type Assignment, findCandidates } from "../staff/judge-assignment.ts";
import { colleagueHasTheRole } from "../staff/colleague-has-the-role.ts";
import { handlerChange } from "./handler-change.ts";
import { handlerIsAsSeen } from "./handler-is-as-seen.ts";

/** `to`: subject of the next handler; absent to leave the dossier without one. `seen`: the handler that the page showed. */
export type HandlerChange = { to?: string; seen?: string };
export type ChangeHandler = (whole: WholeDossier, change: HandlerChange, by: Member) => Promise<Verdict>;

type Deps = {
  changeDossier: ChangeDossier;
  assignTask: AssignTask;
  staff: Staff;
  now: Clock;
  newId: NewId;
};

/**
 * Gives a dossier another handler, with the open tasks that nobody else took: the next handler gets them, or nobody.
 * Idempotent.
 */
export function createChangeHandler(deps: Deps): ChangeHandler {
  return async ({ dossier: { id }, tasks }, change, by) => {
    const at = toInstant(deps.now());
    const candidates = await findCandidates(deps, { audience: HANDLED });
    const isOwn = change.to === by.subject && by.roles.includes(HANDLED);
    const colleague = isOwn ? by : candidates.find(({ subject }) => subject === change.to);
    const next = colleague && { id: colleague.subject, name: colleague.name, at };
    const verdict = await judgeAndChange(deps.changeDossier, id, {
      judge: (current) =>
        allOf(
          current.handler?.id === change.to ? allowed : handlerIsAsSeen(current, change.seen),
          change.to === undefined || isOwn ? allowed : colleagueHasTheRole(change.to, candidates),
        ),
      change: (current) => (current.handler?.id === next?.id ? undefined : { ...current, handler: next }),
      records: (before) => [
        handlerChange(before, next, {
          id: deps.newId(),
          at,
          by: { role: HANDLED, id: by.subject, name: by.name },
        }),
      ],
    });
    if (!verdict.allowed) return verdict;
    // By the handler that the page showed: a repeated request finds the next one in the dossier already.
    for (const task of tasks.filter((one) => follows(one, change.seen)))
      await deps.assignTask(id, taskId(task), assignmentOf(task, next, by), by);
    return verdict;
  };
}

/** An open task of the team that is the former handler's, or nobody's. */
const follows = ({ status, audience, assignee }: HumanTask, former: string | undefined): boolean =>
  status === "open" && audience === HANDLED && (!assignee || assignee.id === former);

/** A task that cannot follow, because somebody took it at this moment, stays theirs. */
function assignmentOf({ assignee }: HumanTask, next: Handler | undefined, by: Member): Assignment {
  if (!next) return { kind: "release" };
  const seen = assignee?.id;
  return next.id === by.subject ? { kind: "claim", seen } : { kind: "hand-over", to: next.id, seen };
}
