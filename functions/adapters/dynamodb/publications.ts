import type { Publications } from "../../domain/ports.ts";
import { keys, PUBLISHED_PARTITION } from "./keys.ts";
import { getItem, readItems } from "./read-items.ts";
import { queryPage, type Table, translated } from "./table.ts";
import { putOnce } from "./writes.ts";

export function createPublications(table: Table): Publications {
  return {
    add: (publication) =>
      translated(publication.reference, () => {
        const { reference, pass } = publication;
        return putOnce(table, "publication", { ...publication, ...keys.publication(reference, pass) });
      }),

    find: (reference, pass) =>
      translated(reference, () => getItem(table, keys.publication(reference, pass), "publication")),

    list: (next) =>
      translated("published", async () => {
        const page = await queryPage(
          table,
          {
            KeyConditionExpression: "pk = :pk",
            ExpressionAttributeValues: { ":pk": PUBLISHED_PARTITION },
            ScanIndexForward: false,
          },
          next,
        );
        return { ...page, ...readItems(page.items, "publication") };
      }),
  };
}
