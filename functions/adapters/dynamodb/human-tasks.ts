import { DeleteCommand, GetCommand, TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { withClock, withoutClock, type Clocks } from "../../domain/clocks.ts";
import { GiveUp, Withdrawn } from "../../domain/errors.ts";
import { HumanTask, taskId } from "../../domain/human-task.ts";
import { readTask } from "../../domain/migrations.ts";
import { Audience } from "../../domain/people.ts";
import { addMinutes } from "../../domain/calendar.ts";
import type { Draft, HumanTasks, OpenTaskSummary } from "../../domain/ports.ts";
import { STAGES, TASK_KINDS } from "../../domain/process.ts";
import { assignTask } from "./assign-task.ts";
import { Pause } from "../../domain/dossier.ts";
import { changePuts, dossierPut } from "./dossiers.ts";
import { clockUpdate, standstillOf, taskItem } from "./items.ts";
import { keys } from "./keys.ts";
import { cancellationCodes, isUnmet, queryPage, type Table, translated } from "./table.ts";

const DraftItem: z.ZodType<Draft> = z.object({
  taskId: z.string(),
  outcome: z.string(),
  values: z.record(z.string(), z.unknown()),
  version: z.number(),
  at: z.string(),
  by: z.string().optional(),
  seen: z.record(z.string(), z.unknown()).optional(),
});
const Summary: z.ZodType<OpenTaskSummary> = z.object({
  dossierId: z.string(),
  reference: z.string(),
  organisationName: z.string(),
  kind: z.enum(TASK_KINDS),
  pass: z.number(),
  round: z.number(),
  stage: z.enum(STAGES),
  audience: Audience,
  openedAt: z.string(),
  assignee: HumanTask.shape.assignee,
  deadline: z.string().optional(),
  standstill: z
    .object({
      pauses: z.array(Pause),
      hold: z.object({ since: z.string(), until: z.string() }).optional(),
    })
    .default({ pauses: [] }),
});

/** How long after a decision follow-up looks whether it arrived, when the delivery itself was never tried. */
const FIRST_LOOK_MINUTES = 2;

export function createHumanTasks(table: Table): HumanTasks {
  const { client, name: TableName } = table;

  const find = async (dossierId: string, id: string): Promise<HumanTask | undefined> => {
    const { Item } = await client.send(
      new GetCommand({ TableName, Key: keys.task(dossierId, id), ConsistentRead: true }),
    );
    return Item && readTask(Item);
  };
  const findExisting = async (dossierId: string, id: string): Promise<HumanTask> => {
    const task = await find(dossierId, id);
    if (!task) throw new GiveUp("TASK_MISSING", { dossier: dossierId, task: id });
    return task;
  };
  /** One update of a task that exists, with its clocks; answers it as it then is. */
  const update = async (
    task: Pick<HumanTask, "dossierId">,
    id: string,
    change: {
      set?: string;
      remove?: string;
      condition?: string;
      clocks?: Clocks;
      values?: Record<string, unknown>;
    },
  ): Promise<HumanTask> => {
    const clocks = change.clocks && clockUpdate(task.dossierId, change.clocks);
    const set = [change.set, clocks?.set].filter(Boolean).join(", ");
    const remove = [change.remove, clocks?.remove].filter(Boolean).join(", ");
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName,
        Key: keys.task(task.dossierId, id),
        UpdateExpression: `${set && `SET ${set}`}${remove && ` REMOVE ${remove}`}`,
        ConditionExpression: ["attribute_exists(pk)", change.condition].filter(Boolean).join(" AND "),
        ...(/#status/.test(set + change.condition)
          ? { ExpressionAttributeNames: { "#status": "status" } }
          : {}),
        ExpressionAttributeValues: { ...change.values, ...clocks?.values },
        ReturnValues: "ALL_NEW",
      }),
    );
    return readTask(Attributes);
  };

  return {
    find: (dossierId, id) => translated(id, () => find(dossierId, id)),

    open: (task, dossier) =>
      translated(taskId(task), async () => {
        try {
          await client.send(
            new TransactWriteCommand({
              TransactItems: [
                {
                  Put: {
                    TableName,
                    Item: taskItem(task, dossier),
                    ConditionExpression: "attribute_not_exists(pk)",
                  },
                },
                {
                  ConditionCheck: {
                    TableName,
                    Key: keys.dossier(task.dossierId),
                    ConditionExpression:
                      "attribute_exists(pk) AND attribute_not_exists(closing) AND #status <> :closed",
                    ExpressionAttributeNames: { "#status": "status" },
                    ExpressionAttributeValues: { ":closed": "CLOSED" },
                  },
                },
              ],
            }),
          );
          return { task, isNew: true };
        } catch (error) {
          const [put, check] = cancellationCodes(error);
          if (check === "ConditionalCheckFailed") throw new Withdrawn({ dossier: task.dossierId });
          if (put !== "ConditionalCheckFailed") throw error;
          return { task: await findExisting(task.dossierId, taskId(task)), isNew: false };
        }
      }),

    bind: (dossierId, id, taskToken) =>
      translated(id, () =>
        update({ dossierId }, id, {
          set: "taskToken = :token, deliveries = :none",
          remove: "consumedAt",
          values: { ":token": taskToken, ":none": 0 },
        }),
      ),

    recordDecision: (task, decision, dossier, changes, settled = []) =>
      translated(taskId(task), async () => {
        const clocks = clockUpdate(task.dossierId, {
          undelivered: addMinutes(decision.at, FIRST_LOOK_MINUTES),
        });
        await client.send(
          new TransactWriteCommand({
            TransactItems: [
              {
                Update: {
                  TableName,
                  Key: keys.task(task.dossierId, taskId(task)),
                  UpdateExpression: `SET #status = :decided, decision = :decision, ${clocks.set} REMOVE openFor`,
                  ConditionExpression: "#status = :open AND attribute_not_exists(decision)",
                  ExpressionAttributeNames: { "#status": "status" },
                  ExpressionAttributeValues: {
                    ":decided": "decided",
                    ":open": "open",
                    ":decision": decision,
                    ...clocks.values,
                  },
                },
              },
              dossierPut(table, dossier),
              { Delete: { TableName, Key: keys.draft(task.dossierId, taskId(task)) } },
              ...settled.map((id) => ({
                Update: {
                  TableName,
                  Key: keys.task(task.dossierId, id),
                  UpdateExpression:
                    "SET #status = :closed, closedAt = :at, clocks = :none REMOVE openFor, taskToken, dueShard, dueAt",
                  ConditionExpression: "#status = :open",
                  ExpressionAttributeNames: { "#status": "status" },
                  ExpressionAttributeValues: {
                    ":closed": "closed",
                    ":at": decision.at,
                    ":open": "open",
                    ":none": {},
                  },
                },
              })),
              ...changePuts(table, dossier.id, changes),
            ],
          }),
        );
        return findExisting(task.dossierId, taskId(task));
      }),

    markConsumed: (dossierId, id, at) =>
      translated(id, async () => {
        await update({ dossierId }, id, {
          set: "consumedAt = if_not_exists(consumedAt, :at)",
          remove: "taskToken",
          clocks: {},
          values: { ":at": at },
        });
      }),

    markDelivery: (dossierId, id, again) =>
      translated(id, async () => {
        const task = await findExisting(dossierId, id);
        if (task.consumedAt !== undefined) return;
        await update({ dossierId }, id, {
          set: "deliveries = :deliveries",
          condition: "attribute_not_exists(consumedAt)",
          clocks: withClock(task.clocks, "undelivered", again),
          values: { ":deliveries": task.deliveries + 1 },
        });
      }),

    stopDelivery: (dossierId, id) =>
      translated(id, async () => {
        const task = await findExisting(dossierId, id);
        await update({ dossierId }, id, { clocks: withoutClock(task.clocks, "undelivered") });
      }),

    markReminder: (dossierId, id, sent, next) =>
      translated(id, async () => {
        const task = await findExisting(dossierId, id);
        const clocks = withoutClock(task.clocks, "reminder");
        await update({ dossierId }, id, {
          set: "reminders = :sent",
          condition: "#status = :open",
          clocks: next === undefined ? clocks : withClock(clocks, "reminder", next),
          values: { ":sent": sent, ":open": "open" },
        });
      }),

    reschedule: (task, { since, givenUntil, deadline, reminders, clocks }, dossier) =>
      translated(taskId(task), async () => {
        await update(task, taskId(task), {
          set: [
            "since = :since, reminders = :reminders, standstill = :standstill",
            ...(deadline === undefined ? [] : ["deadline = :deadline"]),
            ...(givenUntil === undefined ? [] : ["givenUntil = :givenUntil"]),
          ].join(", "),
          remove: deadline === undefined ? "deadline" : undefined,
          condition: "#status = :open AND (since = :before OR attribute_not_exists(since))",
          clocks,
          values: {
            ":since": since,
            ":reminders": reminders,
            ":standstill": standstillOf(dossier),
            ...(deadline === undefined ? {} : { ":deadline": deadline }),
            ...(givenUntil === undefined ? {} : { ":givenUntil": givenUntil }),
            ":before": task.since,
            ":open": "open",
          },
        });
      }),

    close: (dossierId, id, at) =>
      translated(id, async () => {
        const task = await findExisting(dossierId, id);
        if (task.status !== "open") return;
        const closing = update({ dossierId }, id, {
          set: "#status = :closed, closedAt = :at",
          remove: "openFor, taskToken",
          condition: "#status = :open",
          clocks: {},
          values: { ":closed": "closed", ":at": at, ":open": "open" },
        });
        await closing.catch((error: unknown) => {
          // Somebody closed or decided it in the meantime: it is not open any more.
          if (!isUnmet(error)) throw error;
        });
        await client.send(new DeleteCommand({ TableName, Key: keys.draft(dossierId, id) }));
      }),

    assign: (task, assignee, change) =>
      translated(taskId(task), async () => {
        await assignTask(table, task, assignee, change);
        return findExisting(task.dossierId, taskId(task));
      }),

    listOpen: (audience, next) =>
      translated(audience, async () => {
        const page = await queryPage(
          table,
          {
            IndexName: "openTasks",
            KeyConditionExpression: "openFor = :audience",
            ExpressionAttributeValues: { ":audience": audience },
          },
          next,
        );
        return { ...page, items: z.array(Summary).parse(page.items) };
      }),

    findDraft: (dossierId, id) =>
      translated(id, async () => {
        const { Item } = await client.send(
          new GetCommand({ TableName, Key: keys.draft(dossierId, id), ConsistentRead: true }),
        );
        return Item && DraftItem.parse(Item);
      }),

    saveDraft: (dossierId, draft) =>
      translated(draft.taskId, async () => {
        await client.send(
          new TransactWriteCommand({
            TransactItems: [
              {
                Put: {
                  TableName,
                  Item: { ...draft, ...keys.draft(dossierId, draft.taskId) },
                  ConditionExpression: "attribute_not_exists(pk) OR version = :before",
                  ExpressionAttributeValues: { ":before": draft.version - 1 },
                },
              },
              {
                ConditionCheck: {
                  TableName,
                  Key: keys.task(dossierId, draft.taskId),
                  ConditionExpression: "#status = :open",
                  ExpressionAttributeNames: { "#status": "status" },
                  ExpressionAttributeValues: { ":open": "open" },
                },
              },
            ],
          }),
        );
      }),
  };
}
