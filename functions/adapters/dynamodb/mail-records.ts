import type { Instant } from "../../domain/calendar.ts";
import type { MailClaim, MailRecords } from "../../domain/ports.ts";
import { type MailDelivery, replacedBy } from "../../domain/records.ts";
import { keys } from "./keys.ts";
import { getItem } from "./read-items.ts";
import { noteDay } from "./logs.ts";
import { timeToLive } from "./links.ts";
import { isUnmet, type Table, translated } from "./table.ts";
import { type Condition, put, update, writeAlone } from "./writes.ts";

/** Nobody has sent the mail, and nobody holds a valid claim on it. */
const isFree = ({ at, claimedBy }: MailClaim): Condition => ({
  condition:
    "attribute_not_exists(pk) OR (#status = :sending AND " +
    "(attribute_not_exists(claimedUntil) OR claimedUntil <= :now OR claimedBy = :me))",
  names: { "#status": "status" },
  values: { ":sending": "sending", ":now": at, ":me": claimedBy },
});

const isOwn = ({ claimedBy }: MailClaim): Condition => ({
  condition: "claimedBy = :me",
  values: { ":me": claimedBy },
});

/** What SES reported of a mail that was sent; a surer result stays. */
const replaces = ({ result }: MailDelivery): Condition => {
  const earlier = replacedBy(result);
  const places = earlier.map((_, place) => `:earlier${place}`);
  const known = places.length > 0 ? ` OR delivery.#result IN (${places.join(", ")})` : "";
  return {
    condition: `#status = :sent AND (attribute_not_exists(delivery)${known})`,
    names: { "#status": "status", ...(places.length > 0 ? { "#result": "result" } : {}) },
    values: {
      ":sent": "sent",
      ...Object.fromEntries(earlier.map((one, place) => [`:earlier${place}`, one])),
    },
  };
};

export function createMailRecords(table: Table): MailRecords {
  const save = (dossierId: string, record: MailClaim, keptUntil: Instant | undefined, over: Condition) => {
    const forgotten = keptUntil === undefined ? {} : { expiresAt: timeToLive(keptUntil) };
    const item = { ...record, ...forgotten, ...keys.mail(dossierId, record.key) };
    return writeAlone(table, put(table, "mail", item, over), "holds-afterwards");
  };

  const find: MailRecords["find"] = (dossierId, key) =>
    translated(key, () => getItem(table, keys.mail(dossierId, key), "mail"));

  return {
    find,

    claim: (dossierId, record, keptUntil) =>
      translated(record.key, () => save(dossierId, record, keptUntil, isFree(record))),

    willBeLogged: (dossierId, at) => translated(dossierId, () => noteDay(table, dossierId, at)),

    settle: (dossierId, record, keptUntil) =>
      translated(record.key, async () => {
        try {
          await save(dossierId, record, keptUntil, isOwn(record));
        } catch (error) {
          // Another sender holds the claim, or the dossier was deleted.
          if (!isUnmet(error)) throw error;
        }
      }),

    noteDelivery: (dossierId, key, delivery) =>
      translated(key, async () => {
        const { condition, names, values } = replaces(delivery);
        const change = { expression: "SET delivery = :delivery", condition, names };
        try {
          await writeAlone(
            table,
            update(table, keys.mail(dossierId, key), {
              ...change,
              values: { ...values, ":delivery": delivery },
            }),
            "holds-afterwards",
          );
        } catch (error) {
          if (!isUnmet(error)) throw error;
        }
        return find(dossierId, key);
      }),
  };
}
