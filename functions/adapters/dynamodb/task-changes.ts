import { type TaskClocks, withClock, withoutClock } from "../../domain/clocks.ts";
import { GiveUp } from "../../domain/errors.ts";
import { type HumanTask, taskId } from "../../domain/human-task.ts";
import type { HumanTasks } from "../../domain/ports.ts";
import { clockUpdate, standstillOf } from "./items.ts";
import { keys } from "./keys.ts";
import { getItem } from "./read-items.ts";
import { noteDay } from "./logs.ts";
import { isUnmet, type Table, translated } from "./table.ts";
import { erase, update, write, writeAlone } from "./writes.ts";

export const findTask = (table: Table, dossierId: string, id: string): Promise<HumanTask | undefined> =>
  getItem(table, keys.task(dossierId, id), "task");

export async function findExistingTask(table: Table, dossierId: string, id: string): Promise<HumanTask> {
  const task = await findTask(table, dossierId, id);
  if (!task) throw new GiveUp("TASK_MISSING", { dossier: dossierId, task: id });
  return task;
}

type TaskUpdate = {
  set?: string;
  remove?: string;
  condition?: string;
  clocks?: TaskClocks;
  values?: Record<string, unknown>;
  /** Its condition fails after its own success, and the caller could not tell. */
  once?: boolean;
};

/** Updates an existing task and its clocks. Each may be repeated, or is read again after a refusal. */
async function change(table: Table, dossierId: string, id: string, asked: TaskUpdate): Promise<void> {
  const clocks = asked.clocks && clockUpdate(dossierId, asked.clocks);
  const set = [asked.set, clocks?.set].filter(Boolean).join(", ");
  const remove = [asked.remove, clocks?.remove].filter(Boolean).join(", ");
  const condition = ["attribute_exists(pk)", asked.condition].filter(Boolean).join(" AND ");
  const values = { ...asked.values, ...clocks?.values };
  const changing = update(table, keys.task(dossierId, id), {
    expression: `${set && `SET ${set}`}${remove && ` REMOVE ${remove}`}`,
    condition,
    ...(/#status/.test(set + condition) ? { names: { "#status": "status" } } : {}),
    ...(Object.keys(values).length > 0 ? { values } : {}),
  });
  await (asked.once ? write(table, changing) : writeAlone(table, changing, "holds-afterwards"));
}

const ATTEMPTS = 5;

/**
 * Optimistic locking on the clocks: reads a task, lets `decide` determine the change, writes it, and retries after a
 * conflict.
 */
async function changeAsRead(
  table: Table,
  dossierId: string,
  id: string,
  decide: (task: HumanTask) => (TaskUpdate & { clocks: TaskClocks }) | undefined,
): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const task = await findExistingTask(table, dossierId, id);
    const asked = decide(task);
    if (!asked) return;
    const condition = ["clocks = :before", asked.condition].filter(Boolean).join(" AND ");
    const values = { ...asked.values, ":before": task.clocks };
    try {
      return await change(table, dossierId, id, { ...asked, condition, values });
    } catch (error) {
      if (!isUnmet(error) || attempt === ATTEMPTS) throw error;
    }
  }
}

type Changes = Pick<
  HumanTasks,
  "bind" | "markConsumed" | "markDelivery" | "stopDelivery" | "markReminder" | "reschedule" | "close"
>;

/** Changes a task apart from its decision. */
export const createTaskChanges = (table: Table): Changes => ({
  bind: (dossierId, id, taskToken) =>
    translated(id, async () => {
      await change(table, dossierId, id, {
        set: "taskToken = :token, deliveries = :none",
        remove: "consumedAt",
        values: { ":token": taskToken, ":none": 0 },
      });
      return findExistingTask(table, dossierId, id);
    }),

  markConsumed: (dossierId, id, at) =>
    translated(id, () =>
      change(table, dossierId, id, {
        set: "consumedAt = if_not_exists(consumedAt, :at)",
        remove: "taskToken",
        clocks: {},
        values: { ":at": at },
      }),
    ),

  markDelivery: (dossierId, id, again) =>
    translated(id, () =>
      changeAsRead(table, dossierId, id, ({ consumedAt, clocks, deliveries }) =>
        consumedAt === undefined
          ? {
              set: "deliveries = :deliveries",
              condition: "attribute_not_exists(consumedAt)",
              clocks: withClock(clocks, "undelivered", again),
              values: { ":deliveries": deliveries + 1 },
              once: true,
            }
          : undefined,
      ),
    ),

  stopDelivery: (dossierId, id) =>
    translated(id, () =>
      changeAsRead(table, dossierId, id, ({ clocks }) => ({ clocks: withoutClock(clocks, "undelivered") })),
    ),

  markReminder: (dossierId, id, sent, next) =>
    translated(id, () =>
      changeAsRead(table, dossierId, id, (task) => {
        const clocks = withoutClock(task.clocks, "reminder");
        return {
          set: "reminders = :sent",
          condition: "#status = :open",
          clocks: next === undefined ? clocks : withClock(clocks, "reminder", next),
          values: { ":sent": sent, ":open": "open" },
        };
      }),
    ),

  reschedule: (task, { since, givenUntil, unreached, deadline, reminders, clocks }, dossier) =>
    translated(taskId(task), () =>
      change(table, task.dossierId, taskId(task), {
        set: [
          "since = :since, reminders = :reminders, standstill = :standstill, organisationName = :organisation",
          ...(deadline === undefined ? [] : ["deadline = :deadline"]),
          ...(givenUntil === undefined ? [] : ["givenUntil = :givenUntil"]),
          ...(unreached === undefined ? [] : ["unreached = :unreached"]),
        ].join(", "),
        remove: [
          ...(deadline === undefined ? ["deadline"] : []),
          ...(unreached === undefined ? ["unreached"] : []),
        ].join(", "),
        condition: "#status = :open AND (since = :before OR attribute_not_exists(since))",
        once: true,
        clocks,
        values: {
          ":since": since,
          ":reminders": reminders,
          ":standstill": standstillOf(dossier),
          ":organisation": dossier.organisation.name,
          ...(deadline === undefined ? {} : { ":deadline": deadline }),
          ...(givenUntil === undefined ? {} : { ":givenUntil": givenUntil }),
          ...(unreached === undefined ? {} : { ":unreached": unreached }),
          ":before": task.since,
          ":open": "open",
        },
      }),
    ),

  close: (dossierId, id, at) =>
    translated(id, async () => {
      const task = await findExistingTask(table, dossierId, id);
      if (task.status !== "open") return;
      await noteDay(table, dossierId, at);
      const closing = change(table, dossierId, id, {
        set: "#status = :closed, closedAt = :at",
        remove: "openFor, taskToken",
        condition: "#status = :open",
        clocks: {},
        values: { ":closed": "closed", ":at": at, ":open": "open" },
      });
      await closing.catch((error: unknown) => {
        // The task was closed or decided meanwhile.
        if (!isUnmet(error)) throw error;
      });
      await erase(table, keys.draft(dossierId, id));
    }),
});
