import { type CalendarDate, toInstant } from "../domain/calendar.ts";
import { Conflict, InProgress } from "../domain/errors.ts";
import { digestDue } from "../domain/log.ts";
import type { Clock, Dossiers, Lines, Logs } from "../domain/ports.ts";
import { searchWordsOf } from "../domain/search-words.ts";
import type { SealLog } from "../log/seal-log.ts";
import { lineOf } from "./line-of.ts";

type Deps = { dossiers: Pick<Dossiers, "readWhole">; lines: Pick<Lines, "keep">; now: Clock };
export type KeepLine = (dossierId: string) => Promise<void>;

/** Makes the line of a dossier in the overview again, and what a search finds it by. */
export function createKeepLine({ dossiers, lines, now }: Deps): KeepLine {
  return async (dossierId) => {
    const whole = await dossiers.readWhole(dossierId);
    if (!whole) return;
    try {
      await lines.keep(lineOf(whole, toInstant(now())), searchWordsOf(whole.dossier));
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      throw new InProgress("LINE_BEING_KEPT", { dossier: dossierId }, error);
    }
  };
}

export type FollowUpLog = (dossierId: string, day: CalendarDate) => Promise<void>;

/** The log of the dossier got entries on a day: its line and its events follow at once, the digest of the day the night after. */
export function createFollowUpLog(deps: {
  keepLine: KeepLine;
  sealLog: SealLog;
  /** Puts the events of the day in the outbox (webhooks/publish-events.ts). */
  publishEvents: FollowUpLog;
  logs: Pick<Logs, "rest">;
  now: Clock;
}): FollowUpLog {
  return async (dossierId, day) => {
    const since = toInstant(deps.now());
    await deps.keepLine(dossierId);
    await deps.publishEvents(dossierId, day);
    await (digestDue(day) <= since ? deps.sealLog(dossierId) : deps.logs.rest(dossierId, day, since));
  };
}
