import { addDays } from "../../domain/calendar.ts";
import type { Staff } from "../../domain/ports.ts";
import type { Substitution } from "../../domain/staff.ts";
import { keys, STAFF_PARTITION, SUBSTITUTIONS_PARTITION } from "./keys.ts";
import { timeToLive } from "./links.ts";
import { getItem, readItems } from "./read-items.ts";
import { queryAll, type Table, translated } from "./table.ts";
import { IS_NEW, overwrite, put, putOnce, update, write } from "./writes.ts";

/** Days without a sign-in after which a person is no longer a colleague. */
const KNOWN_DAYS = 400;
/** Retention of a substitution after its last day, in days. */
const KEPT_DAYS = 730;

export function createStaff(table: Table): Staff {
  const list = (partition: string, from: string, to: string, isLatest = true) =>
    queryAll(table, {
      KeyConditionExpression: "pk = :pk AND sk BETWEEN :from AND :to",
      ExpressionAttributeValues: { ":pk": partition, ":from": from, ":to": to },
      ConsistentRead: isLatest,
    });
  const itemOf = (substitution: Substitution) => ({
    ...substitution,
    ...keys.substitution(substitution.id),
    expiresAt: timeToLive(addDays(substitution.until, KEPT_DAYS)),
  });
  /** Substitutions had the partition of the colleagues before: each is copied once, at the next sign-in of anybody. */
  const copyFormerSubstitutions = async () => {
    const items = await list(STAFF_PARTITION, "SUBSTITUTION#", "SUBSTITUTION#~");
    for (const substitution of readItems(items, "substitution").items)
      await putOnce(table, "substitution", itemOf(substitution));
  };
  return {
    remember: (colleague) =>
      translated("colleague", async () => {
        const expiresAt = timeToLive(addDays(colleague.seenAt, KNOWN_DAYS));
        const item = { ...colleague, ...keys.colleague(colleague.subject), expiresAt };
        await overwrite(table, "colleague", item, "latest-is-true");
        await copyFormerSubstitutions();
      }),

    listColleagues: () =>
      translated("colleagues", async () => {
        const items = await list(STAFF_PARTITION, "COLLEAGUE#", "COLLEAGUE#~");
        return readItems(items, "colleague").items.sort((one, other) => one.name.localeCompare(other.name));
      }),

    findTelephone: (subject) =>
      translated("telephone", async () => {
        const found = await getItem(table, keys.telephone(subject), "telephone");
        return found?.number || undefined;
      }),

    keepTelephone: (telephone) =>
      translated("telephone", () => {
        const expiresAt = timeToLive(addDays(telephone.at, KNOWN_DAYS));
        const item = { ...telephone, ...keys.telephone(telephone.subject), expiresAt };
        return overwrite(table, "telephone", item, "latest-is-true");
      }),

    listSubstitutions: (today, seen) =>
      translated("substitutions", async () => {
        const items = await list(
          SUBSTITUTIONS_PARTITION,
          `SUBSTITUTION#${today}`,
          "SUBSTITUTION#~",
          seen === undefined,
        );
        return readItems(items, "substitution").items;
      }),

    addSubstitution: (substitution) =>
      translated("substitution", () =>
        write(table, put(table, "substitution", itemOf(substitution), IS_NEW)),
      ),

    endSubstitution: (id, ended) =>
      translated("substitution", () =>
        write(
          table,
          update(table, keys.substitution(id), {
            expression: "SET ended = :ended",
            condition: "attribute_exists(pk) AND attribute_not_exists(ended)",
            values: { ":ended": ended },
          }),
        ),
      ),
  };
}
