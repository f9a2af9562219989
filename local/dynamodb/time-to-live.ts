import * as z from "zod";
import { parseJson } from "../foundation/json.ts";
import type { DynamoDb } from "./dynamodb.ts";
import type { Table } from "./tables.ts";

const Page = z.looseObject({
  Items: z.array(z.record(z.string(), z.unknown())).default([]),
  LastEvaluatedKey: z.unknown().optional(),
});

/**
 * Deletes expired items by the virtual clock. DynamoDB does so within a few days, the local cloud once per virtual day,
 * so code that relies on the exact moment fails here too. `now` is in epoch milliseconds.
 */
export async function expireItems(tables: readonly Table[], database: DynamoDb, now: number): Promise<void> {
  for (const { name, ttl, keys } of tables) {
    if (ttl === undefined) continue;
    let start: unknown;
    do {
      const { text } = await database.send("Scan", {
        TableName: name,
        FilterExpression: "#ttl < :now",
        ExpressionAttributeNames: { "#ttl": ttl },
        ExpressionAttributeValues: { ":now": { N: String(Math.floor(now / 1000)) } },
        ...(start === undefined ? {} : { ExclusiveStartKey: start }),
      });
      const page = Page.parse(parseJson(text));
      for (const item of page.Items)
        await database.send("DeleteItem", {
          TableName: name,
          Key: Object.fromEntries(keys.map((key) => [key, item[key]])),
        });
      start = page.LastEvaluatedKey;
    } while (start !== undefined);
  }
}
