import { addMonths, type Instant, laterOf } from "./calendar.ts";
import type { DossierClocks } from "./clocks.ts";
import { NOTICE_MONTHS } from "./retention.ts";

/**
 * RETENTION-02: the LED team is notified of every deletion a month before, even when the retention period has already
 * ended.
 * Source: the process, "Clocks"; the LED team can still set a legal hold (RETENTION-03).
 */
export function retentionClocks(until: Instant, now: Instant): DossierClocks {
  const end = laterOf(until, addMonths(now, NOTICE_MONTHS));
  return {
    retentionNotice: laterOf(addMonths(end, -NOTICE_MONTHS), now),
    retention: end,
  };
}

/** The time of deletion after its notice was sent at `now`: a late notice postpones it. */
export const endAfterNotice = (end: Instant, now: Instant): Instant =>
  laterOf(end, addMonths(now, NOTICE_MONTHS));
