import { addMonths, addYears, dayAfter, type Instant, laterOf, startOfDay } from "./calendar.ts";
import { type DossierClocks, withoutClock } from "./clocks.ts";
import { type Dossier, endingOf } from "./dossier.ts";
import type { Agreement } from "./facts.ts";

/** Months before the end of a term at which its contacts are notified. The first notice asks for the renewal. */
export const TERM_NOTICES = [6, 3, 1] as const;

/** A number of months before the end of a term. */
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
 * Sets the clocks of a use: the notice of the end of the term, that end, and the yearly check, which keeps an earlier
 * date. An overdue notice is due now. Where the renewal of this term was already asked (`wasAsked`), the clock has the
 * next notice.
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

/** Removes these clocks: during an ending there is nothing to renew or check. */
export const withoutUseClocks = ({ clocks }: Dossier): DossierClocks =>
  withoutClock(clocks, "notice", "termStart", "termEnd", "yearly", "ending");
