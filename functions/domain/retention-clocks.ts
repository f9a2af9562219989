import { addMonths, type Instant, laterOf } from "./calendar.ts";
import type { DossierClocks } from "./clocks.ts";
import { NOTICE_MONTHS } from "./retention.ts";

/**
 * RETENTION-02: every deletion is announced to the LED team a month before, also one whose time had already come when
 * its clocks were set.
 * Source: the process, "Clocks"; the LED team can still set a legal hold (RETENTION-03).
 */
export function retentionClocks(until: Instant, now: Instant): DossierClocks {
  const end = laterOf(until, addMonths(now, NOTICE_MONTHS));
  return {
    retentionNotice: laterOf(addMonths(end, -NOTICE_MONTHS), now),
    retention: end,
  };
}

/** The end, once the notice of it went out at `now`: a late notice moves the end. */
export const endAfterNotice = (end: Instant, now: Instant): Instant =>
  laterOf(end, addMonths(now, NOTICE_MONTHS));
