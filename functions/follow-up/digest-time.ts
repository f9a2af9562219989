import {
  type CalendarDate,
  dateOf,
  dayAfter,
  type Instant,
  isWorkingDate,
  momentOn,
} from "../domain/calendar.ts";

/** Local time in Brussels from which the digest of a working day is sent. */
const FROM = { hour: 7, minute: 30 };

/** The time of the next digest after this moment: the next working morning. */
export function nextDigest(after: Instant): Instant {
  let date: CalendarDate = dateOf(after);
  while (!isWorkingDate(date) || momentOn(date, FROM) <= after) date = dayAfter(date);
  return momentOn(date, FROM);
}

/** Whether the digest may be sent now: on a working day. Missed digests of several days are sent as one. */
export const isDigestTime = (due: Instant, now: Instant): boolean => {
  const today = dateOf(now);
  return due <= now && isWorkingDate(today) && momentOn(today, FROM) <= now;
};
