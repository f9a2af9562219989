import { type HumanTask, taskId } from "../../domain/human-task.ts";
import type { Change } from "../../domain/records.ts";
import { changePuts } from "./dossiers.ts";
import { keys } from "./keys.ts";
import { noteDay } from "./logs.ts";
import type { Table } from "./table.ts";
import { update, write } from "./writes.ts";

/** Assigns an open task, with the record. Optimistic locking on the assignee that the caller read. */
export async function assignTask(
  table: Table,
  task: HumanTask,
  assignee: HumanTask["assignee"],
  change: Change,
): Promise<void> {
  await noteDay(table, task.dossierId, change.at);
  const before = task.assignee?.id;
  const isAsBefore = before === undefined ? "attribute_not_exists(assignee)" : "assignee.id = :before";
  await write(
    table,
    update(table, keys.task(task.dossierId, taskId(task)), {
      expression: assignee ? "SET assignee = :assignee" : "REMOVE assignee",
      condition: `#status = :open AND ${isAsBefore}`,
      names: { "#status": "status" },
      values: {
        ":open": "open",
        ...(assignee ? { ":assignee": assignee } : {}),
        ...(before === undefined ? {} : { ":before": before }),
      },
    }),
    ...changePuts(table, task.dossierId, [change]),
  );
}
