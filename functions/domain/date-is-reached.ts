import { dateOf, type CalendarDate, type Instant } from "./calendar.ts";
import { allowed, refused, type Verdict } from "./verdict.ts";

/**
 * DATE-01: a completed event (an advice, a consultation, a signature, a publication, an end) is dated today or earlier.
 * Source: the record of a dossier states facts, not plans.
 */
export const dateIsReached = (date: CalendarDate, now: Instant, field: string): Verdict =>
  date > dateOf(now) ? refused("DATE-01", "Deze datum ligt in de toekomst.", field) : allowed;
