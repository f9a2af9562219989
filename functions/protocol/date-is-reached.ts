import { dateOf, type CalendarDate, type Instant } from "../domain/calendar.ts";
import { allowed, refused, type Verdict } from "../domain/verdict.ts";

/**
 * PROTOCOL-08: what is reported as done (an advice, a consultation, a signature, a publication) is dated today or
 * earlier.
 * Source: the record of a dossier says what happened, not what is planned.
 */
export const dateIsReached = (date: CalendarDate, now: Instant, field: string): Verdict =>
  date > dateOf(now) ? refused("PROTOCOL-08", "Deze datum ligt in de toekomst.", field) : allowed;
