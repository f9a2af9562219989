import { toInstant } from "../domain/calendar.ts";
import { type Dossier, roundOf } from "../domain/dossier.ts";
import { GiveUp } from "../domain/errors.ts";
import { type HumanTask, taskId } from "../domain/human-task.ts";
import { assigneeAtOpening } from "../domain/handler.ts";
import { agreedDeadline } from "../domain/planned-date.ts";
import type { HumanStateName } from "../../statemachine/contract.ts";
import type { Opener, SideTaskOf, TaskKind } from "../domain/process.ts";
import type { TaskDefinition } from "../domain/task-definition.ts";
import type { Clock, HumanTasks } from "../domain/ports.ts";
import { timesOf } from "../domain/task-times.ts";
import type { Reason } from "../domain/verdict.ts";
import type { AnnounceTask } from "./announce-task.ts";
import type { ConfirmReceipt } from "./confirm-receipt.ts";
import type { DeliverDecision } from "./deliver-decision.ts";

type Deps = {
  tasks: HumanTasks;
  announce: AnnounceTask;
  confirmReceipt: ConfirmReceipt;
  deliverAgain: DeliverDecision;
  now: Clock;
};

type Open<Kind extends TaskKind, Opening> = (
  definition: TaskDefinition<Kind>,
  dossier: Dossier,
  opening: Opening,
) => Promise<void>;

/** Opens the task of a workflow state. */
export type OpenTask = Open<HumanStateName, { taskToken?: string; because?: string }>;
/** Opens a side task that declares this opener in `SIDE_TASKS`: a state without it lacks the permission. */
export type OpenSideTask<By extends Opener> = Open<SideTaskOf<By>, { because?: string }>;

/**
 * Opens a human task, or binds the new token to the existing one. Idempotent by dossier, kind, pass and round: a task
 * that was decided in this round delivers its decision at once, and nobody is asked or mailed twice. That decision may
 * have removed what the opening requires (a refusal makes a signature lapse), so only undecided tasks are judged.
 */
export function createOpenTask(deps: Deps): Open<TaskKind, { taskToken?: string; because?: string }> {
  return async (definition, dossier, { taskToken, because }) => {
    const asked = newTask(definition, dossier, toInstant(deps.now()), { taskToken, because });
    const verdict = definition.mayOpen(dossier);
    if (!verdict.allowed) {
      const known = await deps.tasks.find(dossier.id, taskId(asked));
      if (known?.status !== "decided") refuse(dossier, definition, verdict.reasons);
    }
    const opened = await deps.tasks.open(asked, dossier);
    const task =
      opened.isNew || taskToken === undefined
        ? opened.task
        : await deps.tasks.bind(dossier.id, taskId(opened.task), taskToken);
    if (task.status === "decided") return deps.deliverAgain(task);
    if (task.status !== "open" || task.reminders > 0) return;
    await deps.announce(definition, task, dossier);
    await deps.confirmReceipt(task, dossier);
  };
}

function refuse(dossier: Dossier, definition: TaskDefinition, reasons: Reason[]): never {
  const rules = reasons.map((reason) => reason.rule).join(",");
  throw new GiveUp("TASK_MAY_NOT_OPEN", { dossier: dossier.id, task: definition.kind, rules });
}

/** An open task with its deadline and clocks; `also` overrides defaults. */
export function newTask(
  definition: TaskDefinition,
  dossier: Dossier,
  openedAt: string,
  also: Partial<HumanTask>,
): HumanTask {
  const task: HumanTask = {
    dossierId: dossier.id,
    kind: definition.kind,
    pass: dossier.pass,
    round: roundOf(dossier, definition.stage),
    stage: definition.stage,
    audience: definition.audience,
    status: "open",
    openedAt,
    since: definition.since(dossier, openedAt),
    deliveries: 0,
    reminders: 0,
    clocks: definition.clocks(dossier, openedAt),
    plannedBy: agreedDeadline(definition.kind, dossier, openedAt),
    assignee: assigneeAtOpening(definition.audience, dossier.handler, openedAt),
    ...also,
  };
  return { ...task, ...timesOf(definition, task, { dossier, tasks: [] }) };
}
