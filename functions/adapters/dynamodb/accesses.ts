import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { Access } from "../../domain/access.ts";
import type { Accesses } from "../../domain/ports.ts";
import { keys } from "./keys.ts";
import { cancellationCodes, type Table, translated } from "./table.ts";

export function createAccesses({ client, name: TableName }: Table): Accesses {
  const put = (access: Access) => ({
    TableName,
    Item: { ...access, ...keys.access(access.dossierId, access.pass) },
  });
  const over = (access: Access, before: Access) => ({
    Put: {
      ...put(access),
      ConditionExpression: "#status = :before AND size(changes) = :changes",
      ExpressionAttributeNames: { "#status": "status" },
      ExpressionAttributeValues: { ":before": before.status, ":changes": before.changes.length },
    },
  });

  return {
    grant: (access, replaced) =>
      translated(`${access.dossierId} access ${access.pass}`, async () => {
        const isNew = { Put: { ...put(access), ConditionExpression: "attribute_not_exists(pk)" } };
        const takesOver = replaced
          ? [over(replaced, { ...replaced, status: "in-force", changes: replaced.changes.slice(0, -1) })]
          : [];
        try {
          await client.send(new TransactWriteCommand({ TransactItems: [isNew, ...takesOver] }));
        } catch (error) {
          if (cancellationCodes(error)[0] !== "ConditionalCheckFailed") throw error;
        }
      }),

    change: (access, before) =>
      translated(`${access.dossierId} access ${access.pass}`, async () => {
        await client.send(new TransactWriteCommand({ TransactItems: [over(access, before)] }));
      }),
  };
}
