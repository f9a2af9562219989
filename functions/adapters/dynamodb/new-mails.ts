import { addDays } from "../../domain/calendar.ts";
import { NEW_MAIL_DAYS } from "../../domain/new-mail.ts";
import type { NewMails } from "../../domain/ports.ts";
import { assigning } from "./assignee.ts";
import { keys, NEW_MAIL_PARTITION } from "./keys.ts";
import { timeToLive } from "./links.ts";
import { getItem, readItems } from "./read-items.ts";
import { queryAll, type Table, translated } from "./table.ts";
import { erase, putOnce, update, write } from "./writes.ts";

export function createNewMails(table: Table): NewMails {
  return {
    add: (mail) =>
      translated(mail.id, () => {
        const expiresAt = timeToLive(addDays(mail.at, NEW_MAIL_DAYS));
        return putOnce(table, "newMail", { ...mail, expiresAt, ...keys.newMail(mail.id) });
      }),

    find: (id) => translated(id, () => getItem(table, keys.newMail(id), "newMail")),

    list: () =>
      translated("new mails", async () => {
        const items = await queryAll(table, {
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": NEW_MAIL_PARTITION },
        });
        return readItems(items, "newMail").items.toSorted((a, b) => a.at.localeCompare(b.at));
      }),

    assign: (mail, assignee) =>
      translated(mail.id, () => {
        const { condition, values, ...change } = assigning(assignee, mail.assignee);
        const isThere = { condition: `attribute_exists(pk) AND ${condition}`, values: values ?? {} };
        return write(table, update(table, keys.newMail(mail.id), { ...change, ...isThere }));
      }),

    remove: (id) => translated(id, () => erase(table, keys.newMail(id))),
  };
}
