import { randomBytes } from "node:crypto";
import { addYears, type CalendarDate, dateOf, type Instant, laterOf, toInstant } from "../domain/calendar.ts";
import { type DayDigest, dayOf, digestDue, type LogEntry, type LogState } from "../domain/log.ts";
import { Conflict } from "../domain/errors.ts";
import { hasSignedProtocol, keptUntil } from "../domain/kept-until.ts";
import type { Clock, Dossiers, LogDigests, Logs } from "../domain/ports.ts";
import type { RetentionYears } from "../domain/retention.ts";
import type { Tombstone } from "../domain/tombstone.ts";
import { sealDay } from "./day-digest.ts";

type Deps = {
  dossiers: Pick<Dossiers, "findWhole">;
  logs: Logs;
  logDigests: LogDigests;
  retention: RetentionYears;
  now: Clock;
};

/** Takes the digests of a dossier that are due. */
export type SealLog = (dossierId: string) => Promise<void>;
/** Takes the last digest, which covers the erasure; answers it. */
export type SealErased = (tombstone: Tombstone) => Promise<string>;

const newState = (): LogState => ({ salt: randomBytes(32).toString("hex") });

/** Of the days since the last digest, this one included. */
const entriesOf = (entries: readonly LogEntry[], { latest }: LogState, day: CalendarDate): LogEntry[] =>
  entries.filter((entry) => dayOf(entry) <= day && (!latest || dayOf(entry) > latest.day));

/**
 * One digest for each day with entries, each over the one before. A digest that is kept already is the one that counts: so
 * a day that was interrupted, or that two sweeps take at once, is taken once. Without entries no digest is kept, and a day
 * that comes after its own digest is left to whoever verifies.
 */
export function createSealLog(deps: Deps): SealLog {
  return async (dossierId) => {
    const { entries, waiting, state, tombstone } = await deps.logs.read(dossierId);
    const isGone = entries.length === 0 || tombstone !== undefined;
    const now = toInstant(deps.now());
    const due = waiting.filter((day) => digestDue(day) <= now);
    if (isGone) {
      for (const day of due) await deps.logs.forget(dossierId, day);
      return;
    }
    const until = await lockedUntil(deps, dossierId, now);
    let current = state ?? (await deps.logs.begin(dossierId, newState()));
    for (const day of due) {
      const next = await seal(deps, { dossierId, day, lockedUntil: until }, entries, current);
      try {
        await deps.logs.advance(dossierId, next, current, day);
      } catch (error) {
        // Another sweep is at it.
        if (error instanceof Conflict) return;
        throw error;
      }
      current = next;
    }
  };
}

type Place = { dossierId: string; day: CalendarDate; lockedUntil: Instant };

async function seal(
  { logDigests }: Deps,
  { dossierId, day, lockedUntil: until }: Place,
  entries: readonly LogEntry[],
  state: LogState,
): Promise<LogState> {
  const ofDay = entriesOf(entries, state, day);
  if (ofDay.length === 0) return state;
  const place = { dossier: dossierId, day, previous: state.latest?.digest };
  const kept: DayDigest = await logDigests.keep(sealDay(place, ofDay, state.salt), until);
  return { ...state, latest: { day, digest: kept.digest } };
}

/** A digest is locked for as long as its dossier would be kept if it closed now: what it proves is kept no longer. */
async function lockedUntil({ dossiers, retention }: Deps, id: string, now: Instant): Promise<Instant> {
  const { dossier, accesses } = (await dossiers.findWhole(id)) ?? {};
  if (!dossier || !accesses) return addYears(now, retention.other);
  const years = hasSignedProtocol(dossier, accesses) ? retention.signed : retention.other;
  const fromNow = addYears(now, years);
  return dossier.status === "CLOSED" ? laterOf(fromNow, keptUntil(dossier, accesses, retention)) : fromNow;
}

export function createSealErased(deps: Deps): SealErased {
  return async ({ id, deletedAt }) => {
    const { entries, state } = await deps.logs.read(id);
    const current = state ?? (await deps.logs.begin(id, newState()));
    const until = addYears(toInstant(deps.now()), deps.retention.other);
    const place = { dossierId: id, day: dateOf(deletedAt), lockedUntil: until };
    const { latest } = await seal(deps, place, entries, current);
    return latest?.digest ?? "";
  };
}
