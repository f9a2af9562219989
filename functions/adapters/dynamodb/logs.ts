import { addSeconds, type CalendarDate, dateOf, type Instant, toInstant } from "../../domain/calendar.ts";
import { digestDue, type LoggedItem, logOf, type LogState } from "../../domain/log.ts";
import type { Logs } from "../../domain/ports.ts";
import { dueShard, keyOf, keys, partition, readingsPartition } from "./keys.ts";
import { getItem, readItem } from "./read-items.ts";
import { isUnmet, queryAll, type Table, translated } from "./table.ts";
import { isTombstone } from "./tombstones.ts";
import { check, erase, IS_NEW, overwrite, put, remove, update, write, writeAlone } from "./writes.ts";

/** By then an entry that was noted has been written, or never is. */
const WRITTEN_AFTER_SECONDS = 60;
const MINUTE = 60_000;

/** Dossiers whose last note a process remembers. */
const MOST_NOTED = 100;

/**
 * Notes that a dossier gets an entry on this day, before the entry is written. It is in the index of what is due: a
 * minute later, at a whole minute, for the line of the dossier in the overview, and after that for the digest of the
 * day. It conflicts with nothing: the latest moment counts. What this process noted for that minute, and is not due for
 * as long as an entry takes, is still there: only a sweep changes a note, once it is due.
 */
export async function noteDay(table: Table, dossierId: string, ...moments: Instant[]): Promise<void> {
  for (const [day, moment] of new Map(moments.toSorted().map((one) => [dateOf(one), one]))) {
    const dueAt = atWholeMinute(addSeconds(moment, WRITTEN_AFTER_SECONDS));
    const note = `${day} ${dueAt}`;
    if (isNoted(table, dossierId, note, dueAt)) continue;
    const item = { day, dueShard: dueShard(dossierId), dueAt, ...keys.loggedDay(dossierId, day) };
    await overwrite(table, "loggedDay", item, "latest-is-true");
    if ((table.notes?.of.size ?? 0) >= MOST_NOTED) table.notes?.of.clear();
    table.notes?.of.set(dossierId, note);
  }
}

const isNoted = ({ notes }: Table, dossierId: string, note: string, dueAt: Instant): boolean =>
  notes?.of.get(dossierId) === note && addSeconds(toInstant(notes.now()), WRITTEN_AFTER_SECONDS) <= dueAt;

const atWholeMinute = (moment: Instant): Instant =>
  toInstant(new Date(Math.ceil(Date.parse(moment) / MINUTE) * MINUTE));

/** The kinds of items that the log is read from, by the first part of their key. */
const KINDS = {
  DOSSIER: "dossier",
  TASK: "task",
  DOCUMENT: "document",
  MAIL: "mail",
  NOTE: "note",
  CHANGE: "change",
  ACCESS: "access",
  READING: "reading",
} as const satisfies Record<string, LoggedItem["of"]>;
const isKind = (name: string): name is keyof typeof KINDS => name in KINDS;

/** Items as they are stored: what a release adds to them on reading must change no hash. Their keys are not content. */
function loggedItem(stored: unknown): LoggedItem[] {
  const [kind = ""] = keyOf(stored).sk.split("#");
  const { pk: _p, sk: _s, schemaVersion: _v, ...item } = { ...(stored as Record<string, unknown>) };
  return isKind(kind) ? [{ of: KINDS[kind], item }] : [];
}

export function createLogs(table: Table): Logs {
  const itemsOf = (pk: string) =>
    queryAll(table, {
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": pk },
      ConsistentRead: true,
    });
  const isAsRead = (latest: LogState["latest"]) =>
    latest
      ? { condition: "latest.digest = :before", values: { ":before": latest.digest } }
      : { condition: "attribute_exists(pk) AND attribute_not_exists(latest)" };

  return {
    read: (dossierId) =>
      translated(dossierId, async () => {
        const [stored, readings] = await Promise.all(
          [partition(dossierId), readingsPartition(dossierId)].map(itemsOf),
        );
        const all = stored ?? [];
        const of = (sk: string) => all.filter((item) => keyOf(item).sk === sk);
        const days = all.filter((item) => keyOf(item).sk.startsWith("LOG#"));
        const [state] = of("LOG");
        const [tombstone] = of("DOSSIER").filter(isTombstone);
        return {
          entries: logOf([...all, ...(readings ?? [])].flatMap(loggedItem)),
          waiting: days.map((item): CalendarDate => readItem(item, "loggedDay").day).sort(),
          state: state === undefined ? undefined : readItem(state, "logState"),
          tombstone: tombstone === undefined ? undefined : readItem(tombstone, "tombstone"),
        };
      }),

    begin: (dossierId, state) =>
      translated(dossierId, async () => {
        try {
          const beginning = put(table, "logState", { ...state, ...keys.logState(dossierId) }, IS_NEW);
          await writeAlone(table, beginning, "equal-is-done");
          return state;
        } catch (error) {
          if (!isUnmet(error)) throw error;
          return (await getItem(table, keys.logState(dossierId), "logState")) ?? state;
        }
      }),

    advance: (dossierId, state, before, day) =>
      translated(dossierId, () =>
        write(
          table,
          state.latest === before.latest
            ? check(table, keys.logState(dossierId), isAsRead(before.latest))
            : put(table, "logState", { ...state, ...keys.logState(dossierId) }, isAsRead(before.latest)),
          remove(table, keys.loggedDay(dossierId, day)),
        ),
      ),

    rest: (dossierId, day, since) =>
      translated(dossierId, async () => {
        const resting = update(table, keys.loggedDay(dossierId, day), {
          expression: "SET dueAt = :digest",
          condition: "dueAt <= :since",
          values: { ":digest": digestDue(day), ":since": since },
        });
        await writeAlone(table, resting, "holds-afterwards").catch((error: unknown) => {
          // Another entry came, or another sweep was first.
          if (!isUnmet(error)) throw error;
        });
      }),

    forget: (dossierId, day) => translated(dossierId, () => erase(table, keys.loggedDay(dossierId, day))),
  };
}
