import * as z from "zod";
import type { DueItems } from "../../domain/ports.ts";
import { queryPage, type Table, translated } from "./table.ts";

const Key = z.object({ pk: z.string(), sk: z.string() });

export function createDueItems(table: Table): DueItems {
  return {
    list: (shard, now, next) =>
      translated(`due ${shard}`, async () => {
        const page = await queryPage(
          table,
          {
            IndexName: "due",
            KeyConditionExpression: "dueShard = :shard AND dueAt <= :now",
            ExpressionAttributeValues: { ":shard": String(shard), ":now": now },
          },
          next,
        );
        return {
          ...page,
          items: page.items.map((item) => {
            const { pk, sk } = Key.parse(item);
            const dossierId = pk.slice("DOSSIER#".length);
            return sk.startsWith("TASK#") ? { dossierId, taskId: sk.slice("TASK#".length) } : { dossierId };
          }),
        };
      }),
  };
}
