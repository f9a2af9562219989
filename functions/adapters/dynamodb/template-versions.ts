import type { TemplateVersions } from "../../domain/ports.ts";
import { keys, TEMPLATE_PARTITION } from "./keys.ts";
import { readItems } from "./read-items.ts";
import { queryAll, type Table, translated } from "./table.ts";
import { IS_NEW, put, write } from "./writes.ts";

export function createTemplateVersions(table: Table): TemplateVersions {
  return {
    list: () =>
      translated("template", async () => {
        const items = await queryAll(table, {
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": TEMPLATE_PARTITION },
          ConsistentRead: true,
        });
        return readItems(items, "template").items;
      }),

    add: (version) =>
      translated("template", () =>
        write(table, put(table, "template", { ...version, ...keys.template(version.number) }, IS_NEW)),
      ),
  };
}
