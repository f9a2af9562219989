import { GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Draft, HumanTasks } from "../../domain/ports.ts";
import { keys } from "./keys.ts";
import { readItem } from "./read-items.ts";
import { type Table, translated } from "./table.ts";
import { check, put, write } from "./writes.ts";

const DraftItem: z.ZodType<Draft> = z.object({
  taskId: z.string(),
  outcome: z.string(),
  values: z.record(z.string(), z.unknown()),
  version: z.number(),
  at: z.string(),
  by: z.string().optional(),
  seen: z.record(z.string(), z.unknown()).optional(),
});

/** Stores the input of an undecided task. */
export const createDrafts = (table: Table): Pick<HumanTasks, "findDraft" | "saveDraft"> => ({
  findDraft: (dossierId, id) =>
    translated(id, async () => {
      const { Item } = await table.client.send(
        new GetCommand({ TableName: table.name, Key: keys.draft(dossierId, id), ConsistentRead: true }),
      );
      return Item && readItem(Item, (item) => DraftItem.parse(item));
    }),

  saveDraft: (dossierId, draft) =>
    translated(draft.taskId, () =>
      write(
        table,
        put(
          table,
          { ...draft, ...keys.draft(dossierId, draft.taskId) },
          {
            condition: "attribute_not_exists(pk) OR version = :before",
            values: { ":before": draft.version - 1 },
          },
        ),
        check(table, keys.task(dossierId, draft.taskId), {
          condition: "#status = :open",
          names: { "#status": "status" },
          values: { ":open": "open" },
        }),
      ),
    ),
});
