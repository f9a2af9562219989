import { GetCommand } from "@aws-sdk/lib-dynamodb";
import type { Instant } from "../../domain/calendar.ts";
import type { MailClaim, MailRecords, Unsent } from "../../domain/ports.ts";
import { ADDRESS_REFUSED, type MailDelivery, replacedBy } from "../../domain/records.ts";
import { dossierIdIn, type Key, keyOf, keys, UNSENT } from "./keys.ts";
import { getItem, readItems } from "./read-items.ts";
import { noteDay } from "./logs.ts";
import { timeToLive } from "./links.ts";
import { isUnmet, queryPage, type Table, translated } from "./table.ts";
import { type Condition, put, remove, update, write, writeAlone } from "./writes.ts";

/** Nobody has sent the mail, and nobody holds a valid claim on it. */
const isFree = ({ at, since = at, claimedBy }: MailClaim): Condition => ({
  condition:
    "attribute_not_exists(pk) OR (#status = :sending AND (attribute_not_exists(since) OR since = :since) AND " +
    "(attribute_not_exists(claimedUntil) OR claimedUntil <= :now OR claimedBy = :me))",
  names: { "#status": "status" },
  values: { ":sending": "sending", ":since": since, ":now": at, ":me": claimedBy },
});

/** It waits, and nobody is sending it. */
const waits = (now: Instant): Condition => ({
  condition: "#status = :sending AND (attribute_not_exists(claimedUntil) OR claimedUntil <= :now)",
  names: { "#status": "status" },
  values: { ":sending": "sending", ":now": now },
});

/** Attributes that put a mail in the index of mails that are not sent. */
function unsentPlace({ status, failure, at, since = at }: MailClaim) {
  if (status === "sent" || failure === ADDRESS_REFUSED) return {};
  return { openFor: UNSENT[status === "refused" ? "refused" : "waiting"], openedAt: since };
}
/** They are read one by one: the index is eventually consistent and lacks all but their keys. */
const UNSENT_PAGE = 25;

const STATUS = { waiting: "sending", refused: "refused" } as const satisfies Record<Unsent, string>;
/** Before every instant. */
const EARLIEST = "0";

const unsentQuery = (which: Unsent, from: Instant) => ({
  IndexName: "openTasks",
  KeyConditionExpression: "openFor = :which AND openedAt >= :from",
  ExpressionAttributeValues: { ":which": UNSENT[which], ":from": from },
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
    const item = { ...record, ...forgotten, ...unsentPlace(record), ...keys.mail(dossierId, record.key) };
    return writeAlone(table, put(table, "mail", item, over), "holds-afterwards");
  };

  const readAgain = async (Key: Key) => {
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key, ConsistentRead: true }),
    );
    return { about: dossierIdIn(Key.pk), ...readItems(Item ? [Item] : [], "mail") };
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

    listUnsent: (which, from = EARLIEST, next) =>
      translated(which, async () => {
        const page = await queryPage(table, { ...unsentQuery(which, from), Limit: UNSENT_PAGE }, next);
        const stored = await Promise.all(page.items.map((item) => readAgain(keyOf(item))));
        const items = stored.flatMap(({ about, items: [mail] }) =>
          mail?.status === STATUS[which] ? [{ ...mail, about }] : [],
        );
        return { ...page, items, unreadable: stored.flatMap(({ unreadable }) => unreadable) };
      }),

    forget: (dossierId, key, now) =>
      translated(key, async () => {
        try {
          await write(table, remove(table, keys.mail(dossierId, key), waits(now)));
        } catch (error) {
          if (!isUnmet(error)) throw error;
        }
      }),
  };
}
