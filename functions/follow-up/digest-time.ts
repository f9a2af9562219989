import {
  type CalendarDate,
  dateOf,
  dayAfter,
  type Instant,
  isWorkingDate,
  momentOn,
} from "../domain/calendar.ts";

/** From when the digest of a working day goes out, in Brussels. */
const FROM = { hour: 7, minute: 30 };

/** When the digest after this moment is due: the next working morning. */
export function nextDigest(after: Instant): Instant {
  let date: CalendarDate = dateOf(after);
  while (!isWorkingDate(date) || momentOn(date, FROM) <= after) date = dayAfter(date);
  return momentOn(date, FROM);
}

/** Whether it may go out now: what was missed for a week goes out once, and still in a working day. */
export const isDigestTime = (due: Instant, now: Instant): boolean => {
  const today = dateOf(now);
  return due <= now && isWorkingDate(today) && momentOn(today, FROM) <= now;
};
