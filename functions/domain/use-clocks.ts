import { addMonths, addYears, dayAfter, type Instant, laterOf, startOfDay } from "./calendar.ts";
import { type DossierClocks, withoutClock } from "./clocks.ts";
import { type Dossier, endingOf } from "./dossier.ts";
import type { Agreement } from "./facts.ts";

/** Months before the end of a term at which its contacts hear of it; at the first the renewal is asked. */
export const TERM_NOTICES = [6, 3, 1] as const;

/** The moment some months before a term ends. */
export const beforeEnd = (end: string, months: number): Instant => addMonths(startOfDay(end), -months);
/** A term includes its last day. */
export const termIsOverAt = (end: string): Instant => startOfDay(dayAfter(end));

/** The last day of the term, for a use that ends because of it. */
export const endOfEndingTerm = (dossier: Dossier): string | undefined =>
  endingOf(dossier)?.reason === "term" ? dossier.protocol?.term.end : undefined;

/** When the next notice of the end of a term goes out, after a moment. */
export const nextNotice = (end: string, after: Instant): Instant | undefined =>
  TERM_NOTICES.map((months) => beforeEnd(end, months)).find((time) => time > after);

/**
 * The clocks of a use: the notice of the end of its term, that end itself, and the yearly check, which goes on from an
 * earlier one. A notice that should have gone already is due now; where the renewal of this term was asked before
 * (`wasAsked`), the next one is.
 */
export function withUseClocks(
  { clocks, protocol }: Pick<Dossier, "clocks"> & Pick<Agreement, "protocol">,
  now: Instant,
  wasAsked = false,
): DossierClocks {
  const others = withoutClock(clocks, "notice", "termEnd");
  const yearly = clocks.yearly ?? addYears(now, 1);
  const { end } = protocol.term;
  if (end === undefined) return { ...others, yearly };
  const notice = wasAsked ? nextNotice(end, now) : laterOf(now, beforeEnd(end, TERM_NOTICES[0]));
  const termEnd = laterOf(now, termIsOverAt(end));
  return { ...others, yearly, termEnd, ...(notice === undefined ? {} : { notice }) };
}

/** While a use ends there is nothing to renew or to check. */
export const withoutUseClocks = ({ clocks }: Dossier): DossierClocks =>
  withoutClock(clocks, "notice", "termEnd", "yearly", "ending");
