import Holidays from "date-holidays";
import { DateTime } from "luxon";

/** Business times are those of the people: Europe/Brussels, summer time included. */
const ZONE = "Europe/Brussels";
const belgianHolidays = new Holidays("BE", { types: ["public"] });

/** A moment as an ISO string in UTC, as stored; it serves as a date too. */
export type Instant = string;
/** A calendar date, YYYY-MM-DD. */
export type CalendarDate = string;

export const toInstant = (date: Date): Instant => date.toISOString();
const inBrussels = (instant: Instant) => DateTime.fromISO(instant, { zone: ZONE });
const stored = (time: DateTime): Instant => time.toUTC().toJSDate().toISOString();

export const addSeconds = (instant: Instant, seconds: number): Instant =>
  stored(inBrussels(instant).plus({ seconds }));
export const addMinutes = (instant: Instant, minutes: number): Instant =>
  stored(inBrussels(instant).plus({ minutes }));
/** Calendar days, at the same time of day in Brussels. */
export const addDays = (instant: Instant, days: number): Instant =>
  stored(inBrussels(instant).plus({ days }));

/** Calendar months, at the same time of day; the last day of a shorter month stands for a day that it lacks. */
export const addMonths = (instant: Instant, months: number): Instant =>
  stored(inBrussels(instant).plus({ months }));
export const addYears = (instant: Instant, years: number): Instant => addMonths(instant, 12 * years);

export const laterOf = (one: Instant, other: Instant): Instant => (one > other ? one : other);

const isWorkingDay = (day: DateTime): boolean =>
  day.weekday <= 5 && !belgianHolidays.isHoliday(day.set({ hour: 12 }).toJSDate());

/** Asked for day after day, and always the same answer. */
const known = new Map<CalendarDate, boolean>();
/** Whether people work on this date: no weekend, no Belgian public holiday. */
export function isWorkingDate(date: CalendarDate): boolean {
  const answer = known.get(date) ?? isWorkingDay(inBrussels(date));
  known.set(date, answer);
  return answer;
}

/** Working days skip weekends and the Belgian public holidays. */
export function addWorkingDays(instant: Instant, days: number): Instant {
  let day = inBrussels(instant);
  for (let left = days; left > 0;) {
    day = day.plus({ days: 1 });
    if (isWorkingDate(day.toISODate() ?? "")) left -= 1;
  }
  return stored(day);
}

/** Whole days from one moment to another, rounded down. */
export const daysBetween = (from: Instant, to: Instant): number =>
  Math.floor(inBrussels(to).diff(inBrussels(from), "days").days);

export const dateOf = (instant: Instant): CalendarDate =>
  inBrussels(instant).toISODate() ?? instant.slice(0, 10);
export const yearOf = (instant: Instant): number => inBrussels(instant).year;

/** A moment of a date, by the clock in Brussels. */
export const momentOn = (date: CalendarDate, time: { hour: number; minute?: number }): Instant =>
  stored(inBrussels(date).set({ minute: 0, ...time, second: 0, millisecond: 0 }));
export const startOfDay = (date: CalendarDate): Instant => momentOn(date, { hour: 0 });
/** The last millisecond of a date in Brussels. */
export const endOfDay = (date: CalendarDate): Instant => stored(inBrussels(date).endOf("day"));
export const dayAfter = (date: CalendarDate): CalendarDate =>
  inBrussels(date).plus({ days: 1 }).toISODate() ?? date;

/**
 * What a clock on a wall in Brussels shows, as milliseconds that know no summer time: on that line a day always lasts 24
 * hours, and a day later is the same time of day.
 */
export type WallTime = number;
export const toWallTime = (instant: Instant): WallTime => {
  const time = inBrussels(instant);
  return time.toMillis() + time.offset * 60_000;
};
export const fromWallTime = (time: WallTime): Instant =>
  stored(DateTime.fromMillis(time, { zone: "utc" }).setZone(ZONE, { keepLocalTime: true }));

/** "23 november 2026" */
export const showDate = (date: CalendarDate): string =>
  inBrussels(date).setLocale("nl-BE").toFormat("d MMMM yyyy");
/** "23 november 2026 om 14:05" */
export const showMoment = (instant: Instant): string =>
  inBrussels(instant).setLocale("nl-BE").toFormat("d MMMM yyyy 'om' HH:mm");
