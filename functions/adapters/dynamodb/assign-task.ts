import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import { type HumanTask, taskId } from "../../domain/human-task.ts";
import type { Change } from "../../domain/ports.ts";
import { changePuts } from "./dossiers.ts";
import { keys } from "./keys.ts";
import type { Table } from "./table.ts";

/** Writes who has an open task over who had it when it was read, with the record. */
export async function assignTask(
  table: Table,
  task: HumanTask,
  assignee: HumanTask["assignee"],
  change: Change,
): Promise<void> {
  const before = task.assignee?.id;
  await table.client.send(
    new TransactWriteCommand({
      TransactItems: [
        {
          Update: {
            TableName: table.name,
            Key: keys.task(task.dossierId, taskId(task)),
            UpdateExpression: assignee ? "SET assignee = :assignee" : "REMOVE assignee",
            ConditionExpression: `#status = :open AND ${
              before === undefined ? "attribute_not_exists(assignee)" : "assignee.id = :before"
            }`,
            ExpressionAttributeNames: { "#status": "status" },
            ExpressionAttributeValues: {
              ":open": "open",
              ...(assignee ? { ":assignee": assignee } : {}),
              ...(before === undefined ? {} : { ":before": before }),
            },
          },
        },
        ...changePuts(table, task.dossierId, [change]),
      ],
    }),
  );
}
