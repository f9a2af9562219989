import { type Instant, toInstant } from "../domain/calendar.ts";
import { dueClocks } from "../domain/clocks.ts";
import type { Dossier } from "../domain/dossier.ts";
import { Conflict, GiveUp } from "../domain/errors.ts";
import { EXPIRED, type HumanTask, type TaskDefinition, taskId } from "../domain/human-task.ts";
import { SYSTEM } from "../domain/people.ts";
import type { Clock, HumanTasks } from "../domain/ports.ts";
import type { TaskKind } from "../domain/process.ts";
import type { DecideTask } from "../workflow/decide-task.ts";
import type { AnnounceTask } from "../workflow/announce-task.ts";
import { isSideTask } from "../workflow/pass-on-decision.ts";
import { dueReminder } from "./due-reminder.ts";

type Deps = {
  tasks: HumanTasks;
  definitions: Record<TaskKind, TaskDefinition>;
  announce: AnnounceTask;
  /** To the act of a side task. */
  passOn: (task: HumanTask) => Promise<void>;
  /** To the workflow. */
  redeliver: (task: HumanTask) => Promise<void>;
  /** A decision that the clock takes. */
  decideTask: DecideTask;
  notifyOfTerm: (task: HumanTask, dossier: Dossier) => Promise<void>;
  now: Clock;
};
type OnClock = (deps: Deps, task: HumanTask, dossier: Dossier, now: Instant) => Promise<void>;

export type FollowUpTask = (task: HumanTask, dossier: Dossier) => Promise<void>;

/** Acts on what is due of a task. */
export function createFollowUpTask(deps: Deps): FollowUpTask {
  return async (task, dossier) => {
    const now = toInstant(deps.now());
    if (dossier.status === "CLOSED" && task.status === "open")
      return deps.tasks.close(dossier.id, taskId(task));
    for (const clock of dueClocks(task.clocks, now)) {
      const act = Object.hasOwn(ON_CLOCK, clock) ? ON_CLOCK[clock] : undefined;
      if (!act) throw new GiveUp("CLOCK_UNKNOWN", { dossier: dossier.id, task: taskId(task), clock });
      await act(deps, task, dossier, now);
    }
  };
}

const ON_CLOCK: Record<string, OnClock> = {
  undelivered: ({ passOn, redeliver }, task) => (isSideTask(task.kind) ? passOn(task) : redeliver(task)),

  /** The clock decides like a person: through the same conditional write. */
  expires: async ({ decideTask, tasks }, task, dossier) => {
    const proposed = { outcome: EXPIRED, fields: {}, documents: [], by: SYSTEM };
    const result = await decideTask(dossier.id, taskId(task), proposed);
    if (result.status === "refused")
      throw new GiveUp("EXPIRY_REFUSED", { dossier: dossier.id, task: taskId(task) });
    if (result.status === "closed") await tasks.close(dossier.id, taskId(task));
  },

  notice: ({ notifyOfTerm }, task, dossier) => notifyOfTerm(task, dossier),

  reminder: async ({ definitions, announce, tasks }, task, dossier, now) => {
    // Closing the dossier closes the task, and with it this clock.
    if (task.status !== "open" || dossier.closing) return;
    const definition = definitions[task.kind];
    const { number, next } = dueReminder(task, definition.reminders, now);
    if (number > task.reminders) await announce(definition, { ...task, reminders: number }, dossier);
    try {
      await tasks.markReminder(dossier.id, taskId(task), number, next);
    } catch (error) {
      // It was decided or closed in the meantime: there is nothing left to remind of.
      if (!(error instanceof Conflict)) throw error;
    }
  },
};
