import { addMonths, addYears, dayAfter, type Instant, laterOf, startOfDay } from "../domain/calendar.ts";
import type { Clocks } from "../domain/clocks.ts";
import type { Dossier } from "../domain/dossier.ts";

/** Months before the end of a term at which its contacts hear of it; at the first the renewal is asked. */
export const TERM_NOTICES = [6, 3, 1] as const;

/** The moment some months before a term ends. */
export const beforeEnd = (end: string, months: number): Instant => addMonths(startOfDay(end), -months);
/** A term includes its last day. */
export const termIsOverAt = (end: string): Instant => startOfDay(dayAfter(end));

/**
 * The clocks of a use: the notice of the end of its term, that end itself, and the yearly check, which goes on from an
 * earlier one. A notice that should have gone already is due now.
 */
export function withUseClocks({ clocks, protocol }: Dossier, now: Instant): Clocks {
  const { notice: _, termEnd: __, ...others } = clocks;
  const end = protocol?.term.end;
  return {
    ...others,
    yearly: clocks["yearly"] ?? addYears(now, 1),
    ...(end === undefined
      ? {}
      : { notice: laterOf(now, beforeEnd(end, TERM_NOTICES[0])), termEnd: laterOf(now, termIsOverAt(end)) }),
  };
}

/** While a use ends there is nothing to renew or to check. */
export const withoutUseClocks = ({ clocks }: Dossier): Clocks => {
  const { notice: _, termEnd: __, yearly: ___, ending: ____, ...others } = clocks;
  return others;
};
