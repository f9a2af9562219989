import { PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { addDays } from "../../domain/calendar.ts";
import type { Staff } from "../../domain/ports.ts";
import { Colleague, Substitution } from "../../domain/staff.ts";
import { keys, STAFF_PARTITION } from "./keys.ts";
import { timeToLive } from "./links.ts";
import { queryAll, type Table, translated } from "./table.ts";

/** Who has not signed in for this long is no colleague any more, in days. */
const KNOWN_DAYS = 400;
/** How long after its last day a substitution is kept, in days. */
const KEPT_DAYS = 730;

export function createStaff(table: Table): Staff {
  const { client, name: TableName } = table;
  const list = (from: string, to: string) =>
    queryAll(table, {
      KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
      ExpressionAttributeValues: { ":pk": STAFF_PARTITION, ":from": from, ":to": to },
      ConsistentRead: true,
    });
  return {
    remember: (colleague) =>
      translated("colleague", async () => {
        const expiresAt = timeToLive(addDays(colleague.seenAt, KNOWN_DAYS));
        await client.send(
          new PutCommand({
            TableName,
            Item: { ...colleague, ...keys.colleague(colleague.subject), expiresAt },
          }),
        );
      }),

    listColleagues: () =>
      translated("colleagues", async () => {
        const items = await list("COLLEAGUE#", "COLLEAGUE#~");
        return items
          .map((item) => Colleague.parse(item))
          .sort((one, other) => one.name.localeCompare(other.name));
      }),

    listSubstitutions: (today) =>
      translated("substitutions", async () => {
        const items = await list(`SUBSTITUTION#${today}`, "SUBSTITUTION#~");
        return items.map((item) => Substitution.parse(item));
      }),

    addSubstitution: (substitution) =>
      translated("substitution", async () => {
        const expiresAt = timeToLive(addDays(substitution.until, KEPT_DAYS));
        const item = { ...substitution, ...keys.substitution(substitution.id), expiresAt };
        await client.send(
          new PutCommand({ TableName, Item: item, ConditionExpression: "attribute_not_exists(pk)" }),
        );
      }),

    endSubstitution: (id, ended) =>
      translated("substitution", async () => {
        await client.send(
          new UpdateCommand({
            TableName,
            Key: keys.substitution(id),
            UpdateExpression: "SET ended = :ended",
            ConditionExpression: "attribute_exists(pk) AND attribute_not_exists(ended)",
            ExpressionAttributeValues: { ":ended": ended },
          }),
        );
      }),
  };
}
