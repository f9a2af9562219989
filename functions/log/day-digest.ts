import { createHash, createHmac } from "node:crypto";
import type { CalendarDate } from "../domain/calendar.ts";
import type { DayDigest, LogEntry, SealedEntry } from "../domain/log.ts";

/** JSON with the keys of each object in order: equal values give equal text. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/**
 * An erasure has no personal data, and its salt goes with what was erased: its hashes are without salt, so that what is
 * left can still be verified.
 */
const saltFor = ({ kind }: LogEntry, salt: string): string => (kind === "erased" ? "" : salt);

export function sealedEntry(entry: LogEntry, salt: string): SealedEntry {
  const hashed = (value: unknown) =>
    createHmac("sha256", saltFor(entry, salt)).update(canonical(value)).digest("hex");
  const { id, kind, at, content } = entry;
  return { kind, at, id: hashed(id), hash: hashed({ id, kind, at, content }) };
}

type Rest = Omit<DayDigest, "digest">;
export const digestOf = ({ dossier, day, previous, entries }: Rest): string =>
  createHash("sha256").update(canonical({ dossier, day, previous, entries })).digest("hex");

/** The digest of the entries of a day, and of days before it that had none. */
export function sealDay(
  { dossier, day, previous }: { dossier: string; day: CalendarDate; previous: string | undefined },
  entries: readonly LogEntry[],
  salt: string,
): DayDigest {
  const sealed = { dossier, day, previous, entries: entries.map((entry) => sealedEntry(entry, salt)) };
  return { ...sealed, digest: digestOf(sealed) };
}
