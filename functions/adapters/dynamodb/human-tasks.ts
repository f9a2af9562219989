import { addMinutes } from "../../domain/calendar.ts";
import { Withdrawn } from "../../domain/errors.ts";
import { taskId } from "../../domain/human-task.ts";
import type { HumanTasks } from "../../domain/ports.ts";
import { assignTask } from "./assign-task.ts";
import { changePuts, dossierPut } from "./dossiers.ts";
import { createDrafts } from "./drafts.ts";
import { clockUpdate, taskItem } from "./items.ts";
import { keys } from "./keys.ts";
import { noteDay } from "./logs.ts";
import { readItems } from "./read-items.ts";
import { isUnmet, queryPage, type Table, translated } from "./table.ts";
import { createTaskChanges, findExistingTask, findTask } from "./task-changes.ts";
import { check, IS_NEW, put, remove, update, write } from "./writes.ts";

/**
 * Minutes after a decision at which follow-up checks whether it was delivered, in case the delivery was never tried.
 */
const FIRST_LOOK_MINUTES = 2;

export const createHumanTasks = (table: Table): HumanTasks => ({
  ...createTaskChanges(table),
  ...createDrafts(table),

  find: (dossierId, id) => translated(id, () => findTask(table, dossierId, id)),

  open: (task, dossier) =>
    translated(taskId(task), async () => {
      const isGoingOn = check(table, keys.dossier(task.dossierId), {
        // Version 5 of a dossier had `closing` beside the request.
        condition:
          "attribute_exists(pk) AND attribute_not_exists(#request.closing) AND attribute_not_exists(closing) AND #status <> :closed",
        names: { "#status": "status", "#request": "request" },
        values: { ":closed": "CLOSED" },
      });
      await noteDay(table, task.dossierId, task.openedAt);
      try {
        await write(table, put(table, "task", taskItem(task, dossier), IS_NEW), isGoingOn);
        return { task, isNew: true };
      } catch (error) {
        if (isUnmet(error, 1)) throw new Withdrawn({ dossier: task.dossierId });
        if (!isUnmet(error, 0)) throw error;
        return { task: await findExistingTask(table, task.dossierId, taskId(task)), isNew: false };
      }
    }),

  recordDecision: (task, decision, dossier, changes, settled = []) =>
    translated(taskId(task), async () => {
      await noteDay(table, task.dossierId, decision.at, ...changes.map(({ at }) => at));
      const clocks = { undelivered: addMinutes(decision.at, FIRST_LOOK_MINUTES) };
      const clocking = clockUpdate(task.dossierId, clocks);
      const { taskToken } = task;
      const isBound = taskToken === undefined ? "attribute_not_exists(taskToken)" : "taskToken = :token";
      await write(
        table,
        update(table, keys.task(task.dossierId, taskId(task)), {
          expression: `SET #status = :decided, decision = :decision, ${clocking.set} REMOVE openFor`,
          // Bound anew meanwhile, the decision would go to a token that nobody waits for.
          condition: `#status = :open AND attribute_not_exists(decision) AND ${isBound}`,
          names: { "#status": "status" },
          values: {
            ...{ ":decided": "decided", ":open": "open", ":decision": decision, ...clocking.values },
            ...(taskToken === undefined ? {} : { ":token": taskToken }),
          },
        }),
        dossierPut(table, dossier),
        remove(table, keys.draft(task.dossierId, taskId(task))),
        ...decision.documents.map((id) => check(table, keys.document(task.dossierId, id), IS_NOT_REMOVED)),
        ...settled.map((id) => settling(table, task.dossierId, id, decision.at)),
        ...changePuts(table, dossier.id, changes),
      );
      return { ...task, status: "decided", decision, clocks };
    }),

  assign: (task, assignee, change) =>
    translated(taskId(task), async () => {
      await assignTask(table, task, assignee, change);
      return findExistingTask(table, task.dossierId, taskId(task));
    }),

  listOpen: (audience, next, limit = 100) =>
    translated(audience, async () => {
      const page = await queryPage(
        table,
        {
          IndexName: "openTasks",
          KeyConditionExpression: "openFor = :audience",
          ExpressionAttributeValues: { ":audience": audience },
          Limit: limit,
        },
        next,
      );
      return { ...page, ...readItems(page.items, "taskLine") };
    }),
});

/** A document that a decision rests on may be taken away at the same moment: one of the two fails. */
const IS_NOT_REMOVED = { condition: "attribute_not_exists(removed)" };

/** Closes a task that a decision made redundant. */
const settling = (table: Table, dossierId: string, id: string, at: string) =>
  update(table, keys.task(dossierId, id), {
    expression:
      "SET #status = :closed, closedAt = :at, clocks = :none REMOVE openFor, taskToken, dueShard, dueAt",
    condition: "#status = :open",
    names: { "#status": "status" },
    values: { ":closed": "closed", ":at": at, ":open": "open", ":none": {} },
  });
