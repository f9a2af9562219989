import type { DueItems } from "../../domain/ports.ts";
import { keyOf } from "./keys.ts";
import { queryPage, type Table, translated } from "./table.ts";

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
            const { pk, sk } = keyOf(item);
            const dossierId = pk.slice("DOSSIER#".length);
            if (sk.startsWith("LOG#")) return { dossierId, day: sk.slice("LOG#".length) };
            if (sk.startsWith("DOCUMENT#")) return { dossierId, documentId: sk.slice("DOCUMENT#".length) };
            return sk.startsWith("TASK#") ? { dossierId, taskId: sk.slice("TASK#".length) } : { dossierId };
          }),
        };
      }),
  };
}
