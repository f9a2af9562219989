import type { CalendarDate } from "../domain/calendar.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/** First day on which a protocol took the place of an authorisation. */
const PROTOCOLS_SINCE = "2018-06-26";

/**
 * ENTER-02: an authorisation is of before 26 June 2018. Since then an agreement is a protocol.
 * Source: domain, "Protocol".
 */
export const authorisationIsOfBefore = (decidedOn: CalendarDate): Verdict =>
  decidedOn < PROTOCOLS_SINCE
    ? allowed
    : refused(
        "ENTER-02",
        "Een machtiging is van voor 26 juni 2018. Vul de datum van de machtiging in, of kies het protocol.",
        "decidedOn",
      );
