import type { HumanTasks } from "../../domain/ports.ts";
import { keys } from "./keys.ts";
import { getItem } from "./read-items.ts";
import { type Table, translated } from "./table.ts";
import { check, put, write } from "./writes.ts";

/** Stores the input of an undecided task. */
export const createDrafts = (table: Table): Pick<HumanTasks, "findDraft" | "saveDraft"> => ({
  findDraft: (dossierId, id) => translated(id, () => getItem(table, keys.draft(dossierId, id), "draft")),

  saveDraft: (dossierId, draft) =>
    translated(draft.taskId, () =>
      write(
        table,
        put(
          table,
          "draft",
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
