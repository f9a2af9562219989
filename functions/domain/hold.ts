import type { CalendarDate, Instant } from "./calendar.ts";
import { startOfDay } from "./calendar.ts";
import { withClock } from "./clocks.ts";
import type { Dossier, HoldEnd, Pause } from "./dossier.ts";
import { type Actor, SYSTEM } from "./people.ts";
import type { Change } from "./records.ts";

/**
 * Puts a dossier on hold until the morning of a date. Its clock is due now, until the hold has been carried out
 * (hold/carry-out-hold.ts), and then at the end of the hold.
 */
export const heldUntil = <D extends Dossier>(
  dossier: D,
  { until, reason, by }: { until: CalendarDate; reason: string; by: Actor },
  at: Instant,
): D => ({
  ...dossier,
  hold: { by, reason, since: at, until: startOfDay(until) },
  clocks: withClock(dossier.clocks, "hold", at),
});

/**
 * Ends the hold, at its end date at the latest, and records it as a pause. A dossier without a hold stays unchanged.
 */
export function holdEnded<D extends Dossier>(dossier: D, at: Instant, by: HoldEnd): D {
  if (!dossier.hold) return dossier;
  const { since, until } = dossier.hold;
  const pause: Pause =
    at < until ? { from: since, to: at, endedBy: by } : { from: since, to: until, endedBy: "date" };
  return {
    ...dossier,
    hold: undefined,
    pauses: [...dossier.pauses, pause],
    clocks: withClock(dossier.clocks, "hold", at),
  };
}

/** The record of the end of a hold: by a person, or by the clock from its end date on. */
export function endOfHold(
  { hold }: Pick<Dossier, "hold">,
  { id, at, by }: Pick<Change, "id" | "at" | "by">,
): Change[] {
  if (!hold) return [];
  return [{ id, at, by: at < hold.until ? by : SYSTEM, what: "hold-ended", from: hold }];
}
