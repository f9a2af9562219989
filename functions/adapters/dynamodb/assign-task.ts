import { type HumanTask, taskId } from "../../domain/human-task.ts";
import type { Change } from "../../domain/records.ts";
import { assigning } from "./assignee.ts";
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
  record: Change,
): Promise<void> {
  await noteDay(table, task.dossierId, record.at);
  const change = assigning(assignee, task.assignee);
  await write(
    table,
    update(table, keys.task(task.dossierId, taskId(task)), {
      ...change,
      condition: `#status = :open AND ${change.condition}`,
      names: { "#status": "status" },
      values: { ...change.values, ":open": "open" },
    }),
    ...changePuts(table, task.dossierId, [record]),
  );
}
