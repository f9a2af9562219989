import { GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Digests, DigestState } from "../../domain/ports.ts";
import { keys } from "./keys.ts";
import { type Table, translated } from "./table.ts";

const DigestItem: z.ZodType<DigestState> = z.object({ last: z.string().optional(), due: z.string() });

export function createDigests(table: Table): Digests {
  return {
    find: () =>
      translated("digest", async () => {
        const { Item } = await table.client.send(
          new GetCommand({ TableName: table.name, Key: keys.digest(), ConsistentRead: true }),
        );
        return Item && DigestItem.parse(Item);
      }),

    save: (state, before) =>
      translated("digest", async () => {
        await table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: { ...state, ...keys.digest() },
            ...(before
              ? { ConditionExpression: "due = :due", ExpressionAttributeValues: { ":due": before.due } }
              : { ConditionExpression: "attribute_not_exists(pk)" }),
          }),
        );
      }),
  };
}
