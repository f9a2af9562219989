import { type Instant, toInstant } from "../domain/calendar.ts";
import { dueClocks, type TaskClock, withClock } from "../domain/clocks.ts";
import { type Dossier, withdrawalOf } from "../domain/dossier.ts";
import { Conflict, GiveUp, Withdrawn } from "../domain/errors.ts";
import { EXPIRED, type HumanTask, taskId } from "../domain/human-task.ts";
import type { TaskDefinition } from "../domain/task-definition.ts";
import { SYSTEM } from "../domain/people.ts";
import type { Clock, HumanTasks } from "../domain/ports.ts";
import { isSideTask, type TaskKind } from "../domain/process.ts";
import type { DecideTask } from "../tasks/decide-task.ts";
import type { AnnounceTask } from "../tasks/announce-task.ts";
import type { EscalateTask } from "../tasks/escalate-task.ts";
import type { OpenStalled } from "../tasks/open-stalled.ts";
import { actOnEach } from "./act-on-each.ts";
import { dueReminder } from "./due-reminder.ts";

type Deps = {
  tasks: HumanTasks;
  definitions: Record<TaskKind, TaskDefinition>;
  announce: AnnounceTask;
  escalate: EscalateTask;
  openStalled: OpenStalled;
  /** Passes the decision to the act of a side task. */
  passOn: (task: HumanTask) => Promise<void>;
  /** Delivers the decision to the workflow. */
  redeliver: (task: HumanTask) => Promise<void>;
  /** Stores a decision of the clock. */
  decideTask: DecideTask;
  notifyOfTerm: (task: HumanTask, dossier: Dossier) => Promise<void>;
  now: Clock;
};
type OnClock = (deps: Deps, task: HumanTask, dossier: Dossier, now: Instant) => Promise<void>;

export type FollowUpTask = (task: HumanTask, dossier: Dossier) => Promise<void>;

/**
 * Acts on the due clocks of a task. It re-reads the task before each act, because one act may remove the reason for the
 * next.
 */
export function createFollowUpTask(deps: Deps): FollowUpTask {
  return async (task, dossier) => {
    const now = toInstant(deps.now());
    if (dossier.status === "CLOSED" && task.status === "open")
      return deps.tasks.close(dossier.id, taskId(task), now);
    await actOnEach(dueClocks(task.clocks, now), async (clock) => {
      const current = await deps.tasks.find(dossier.id, taskId(task));
      if (current && clock in current.clocks) await ON_CLOCK[clock](deps, current, dossier, now);
    });
  };
}

/**
 * The clock of an open task. It is ignored during a closing, which closes the task and removes its clocks. `putOffTo`
 * returns the time to which it is postponed, if any.
 */
const ofOpenTask =
  (clock: TaskClock, act: OnClock, putOffTo: PutOffTo): OnClock =>
  async (deps, task, dossier, now) => {
    if (task.status !== "open" || withdrawalOf(dossier)) return;
    const later = putOffTo(deps, task, dossier, clock);
    try {
      await (later !== undefined && later > now
        ? deps.tasks.reschedule(task, { ...task, clocks: withClock(task.clocks, clock, later) }, dossier)
        : act(deps, task, dossier, now));
    } catch (error) {
      // The task was decided or extended, or its dossier closed, in the meantime: nothing is left to do.
      if (!(error instanceof Conflict || error instanceof Withdrawn)) throw error;
    }
  };
type PutOffTo = (deps: Deps, task: HumanTask, dossier: Dossier, clock: TaskClock) => Instant | undefined;

/** No reminders are sent while the dossier is on hold. */
const whileOnHold: PutOffTo = (_deps, _task, { hold }) => hold?.until;

/** The task's own time: a hold postpones a running time, but never a date of the law. */
const toItsOwnTime: PutOffTo = ({ definitions }, task, dossier, clock) =>
  definitions[task.kind].clocks(dossier, task.openedAt)[clock];

const ON_CLOCK: Record<TaskClock, OnClock> = {
  undelivered: ({ passOn, redeliver }, task) => (isSideTask(task.kind) ? passOn(task) : redeliver(task)),

  /** The clock decides like a person, through the same conditional write. */
  expires: ofOpenTask(
    "expires",
    async ({ decideTask }, task, dossier) => {
      const proposed = { outcome: EXPIRED, fields: {}, documents: [], by: SYSTEM };
      const { status } = await decideTask(dossier.id, taskId(task), proposed);
      if (status === "refused")
        throw new GiveUp("EXPIRY_REFUSED", { dossier: dossier.id, task: taskId(task) });
    },
    toItsOwnTime,
  ),

  notice: ofOpenTask(
    "notice",
    ({ notifyOfTerm }, task, dossier) => notifyOfTerm(task, dossier),
    toItsOwnTime,
  ),

  reminder: ofOpenTask(
    "reminder",
    async ({ definitions, announce, escalate, tasks }, task, dossier, now) => {
      const definition = definitions[task.kind];
      const { number, next } = dueReminder(task, definition.reminders, dossier, now);
      if (number > task.reminders) {
        await announce(definition, task, dossier, { reminder: number });
        await escalate(definition, task, dossier, number);
      }
      await tasks.markReminder(dossier.id, taskId(task), number, next);
    },
    whileOnHold,
  ),

  /** Nobody of the consumer answers: the LED team decides how to continue. */
  stalled: ofOpenTask("stalled", ({ openStalled }, task) => openStalled(task), whileOnHold),
};
