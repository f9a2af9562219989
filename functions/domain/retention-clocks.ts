import { addMonths, type Instant, laterOf } from "./calendar.ts";
import type { Clocks } from "./clocks.ts";
import { NOTICE_MONTHS, RETENTION_CLOCKS } from "./retention.ts";

/**
 * RETENTION-02: every deletion is announced to the LED team a month before, also one whose time had already come when
 * its clocks were set.
 * Source: the process, "Clocks"; the LED team can still set a legal hold (RETENTION-03).
 */
export function retentionClocks(until: Instant, now: Instant): Clocks {
  const end = laterOf(until, addMonths(now, NOTICE_MONTHS));
  return {
    [RETENTION_CLOCKS.notice]: laterOf(addMonths(end, -NOTICE_MONTHS), now),
    [RETENTION_CLOCKS.end]: end,
  };
}

/** The end, once the notice of it went out at `now`: a late notice moves the end. */
export const endAfterNotice = (end: Instant, now: Instant): Instant =>
  laterOf(end, addMonths(now, NOTICE_MONTHS));

/** The clocks of a dossier without those of its retention. */
export const withoutRetention = (clocks: Clocks): Clocks =>
  Object.fromEntries(
    Object.entries(clocks).filter(
      ([name]) => name !== RETENTION_CLOCKS.notice && name !== RETENTION_CLOCKS.end,
    ),
  );
