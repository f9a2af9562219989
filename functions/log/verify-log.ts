import type { CalendarDate, Instant } from "../domain/calendar.ts";
import { addDays, toInstant } from "../domain/calendar.ts";
import { type DayDigest, dayOf, digestDue, type LogEntry, type SealedEntry } from "../domain/log.ts";
import type { Clock, KeptDigest, LogDigests, LoggedDossier, Logs } from "../domain/ports.ts";
import { digestOf, sealedEntry } from "./day-digest.ts";

type Named = Pick<SealedEntry, "kind" | "at">;
/**
 * A difference between the log and its digests. An entry that is `removed` is known by its kind and moment only: its
 * digest has the rest as salted hashes.
 */
export type LogDifference =
  | { what: "changed" | "added"; day: CalendarDate; entry: LogEntry }
  | { what: "removed"; day: CalendarDate; entry: Named }
  /** The digest of this day was itself changed. */
  | { what: "digest-changed"; day: CalendarDate }
  /** The digest of this day, or one before it, is not there. */
  | { what: "digest-missing"; day: CalendarDate };

/** `difference`: the first, by day. `isErased`: the dossier is gone; only the chain itself can be verified. */
export type LogVerdict = {
  digests: number;
  entries: number;
  isErased: boolean;
  until?: CalendarDate;
  difference?: LogDifference;
};
export type VerifyLog = (dossierId: string) => Promise<LogVerdict & { log: LogEntry[] }>;

type Deps = { logs: Pick<Logs, "read">; logDigests: Pick<LogDigests, "list">; now: Clock };

/**
 * Compares the log of a dossier, as it is in the table now, with the digests that were kept of it. The table is read first:
 * a digest that is taken meanwhile covers only what is already there.
 */
export function createVerifyLog({ logs, logDigests, now }: Deps): VerifyLog {
  return async (dossierId) => {
    const logged = await logs.read(dossierId);
    const kept = await logDigests.list(dossierId);
    const isErased = logged.tombstone !== undefined;
    return {
      digests: kept.length,
      entries: kept.reduce((sum, { digest }) => sum + (digest?.entries.length ?? 0), 0),
      isErased,
      until: kept.at(-1)?.day,
      difference: firstDifference(dossierId, logged, kept, toInstant(now())),
      log: logged.entries,
    };
  };
}

function firstDifference(
  dossierId: string,
  logged: LoggedDossier,
  kept: readonly KeptDigest[],
  now: Instant,
): LogDifference | undefined {
  let before: DayDigest | undefined;
  for (const { day, digest } of kept) {
    if (!digest || digest.day !== day || digest.dossier !== dossierId || digestOf(digest) !== digest.digest)
      return { what: "digest-changed", day };
    if (digest.previous !== before?.digest) return { what: "digest-missing", day };
    const entry = differenceOfDay(logged, digest, before?.day);
    if (entry) return entry;
    before = digest;
  }
  return missingAfter(logged, kept, now);
}

/** The first entry of a day that differs, by its moment. */
function differenceOfDay(
  { entries, state, tombstone }: LoggedDossier,
  digest: DayDigest,
  previousDay: CalendarDate | undefined,
): LogDifference | undefined {
  const { day } = digest;
  // Of what was erased the salt is gone too.
  const salt = state?.salt ?? "";
  const known = tombstone ? entries.filter(({ kind }) => kind === "erased") : entries;
  const sealed = new Map(known.map((entry) => [sealedEntry(entry, salt).id, entry]));
  const listed = tombstone ? digest.entries.filter(({ kind }) => kind === "erased") : digest.entries;
  const differences = [
    ...listed.flatMap((one): LogDifference[] => {
      const entry = sealed.get(one.id);
      if (!entry) return [{ what: "removed", day, entry: one }];
      const now = sealedEntry(entry, salt);
      return now.hash === one.hash && now.at === one.at ? [] : [{ what: "changed", day, entry }];
    }),
    ...[...sealed].flatMap(([id, entry]): LogDifference[] => {
      const isOfDay = dayOf(entry) <= day && (previousDay === undefined || dayOf(entry) > previousDay);
      return isOfDay && !digest.entries.some((one) => one.id === id) ? [{ what: "added", day, entry }] : [];
    }),
  ];
  return differences.toSorted((a, b) => momentOf(a).localeCompare(momentOf(b)))[0];
}

const momentOf = (difference: LogDifference): Instant => ("entry" in difference ? difference.entry.at : "");

/** A digest that the table knows of and is not there, or that should have been taken by now. */
function missingAfter(
  { entries, state, tombstone }: LoggedDossier,
  kept: readonly KeptDigest[],
  now: Instant,
): LogDifference | undefined {
  const has = (wanted: string) => kept.some(({ digest }) => digest?.digest === wanted);
  if (state?.latest && !has(state.latest.digest)) return { what: "digest-missing", day: state.latest.day };
  if (tombstone)
    return tombstone.digest && !has(tombstone.digest)
      ? { what: "digest-missing", day: dayOf({ at: tombstone.deletedAt }) }
      : undefined;
  const last = kept.at(-1)?.day;
  const [late] = entries
    .map(dayOf)
    .filter((day) => (last === undefined || day > last) && addDays(digestDue(day), 1) < now)
    .sort();
  return late === undefined ? undefined : { what: "digest-missing", day: late };
}
