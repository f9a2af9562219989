import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { Clock, Limits } from "../../domain/ports.ts";
import { keys } from "./keys.ts";
import { type Table, translated } from "./table.ts";

export function createLimits(table: Table, now: Clock): Limits {
  return {
    use: (what, limit, windowSeconds) =>
      translated("limit", async () => {
        const window = Math.floor(now().getTime() / 1000 / windowSeconds);
        const { Attributes } = await table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: keys.limit(what, window),
            UpdateExpression: "ADD uses :one SET expiresAt = :end",
            ExpressionAttributeValues: { ":one": 1, ":end": (window + 1) * windowSeconds },
            ReturnValues: "ALL_NEW",
          }),
        );
        return z.object({ uses: z.number() }).parse(Attributes).uses <= limit;
      }),
  };
}
