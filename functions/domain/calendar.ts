import { DateTime } from "luxon";
import { BELGIAN_HOLIDAYS } from "./belgian-holidays.ts";
import { GiveUp } from "./errors.ts";
import { NAMES } from "./names.ts";

/** Business times are local times in Europe/Brussels, daylight saving included. */
const ZONE = "Europe/Brussels";

/** A moment as an ISO string in UTC, as stored. A calendar date is valid too. */
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
/** Adds calendar days; the local time of day stays the same. */
export const addDays = (instant: Instant, days: number): Instant =>
  stored(inBrussels(instant).plus({ days }));

/** Adds calendar months at the same time of day. A day that a shorter month lacks becomes its last day. */
export const addMonths = (instant: Instant, months: number): Instant =>
  stored(inBrussels(instant).plus({ months }));
export const addYears = (instant: Instant, years: number): Instant => addMonths(instant, 12 * years);

export const laterOf = (one: Instant, other: Instant): Instant => (one > other ? one : other);

/** Throws for a year that the table lacks: a deadline that silently ignores holidays would be wrong. */
function isHoliday(date: CalendarDate): boolean {
  const year = Number(date.slice(0, 4));
  const holidays = BELGIAN_HOLIDAYS[year];
  if (holidays === undefined) throw new GiveUp("HOLIDAYS_UNKNOWN", { year });
  return holidays.includes(date.slice(5));
}

/** Whether the date is a working day: not in a weekend, no Belgian public holiday, and no day off of the civil service. */
export function isWorkingDate(date: CalendarDate): boolean {
  const weekday = new Date(date).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(date) && !NAMES.daysOff.includes(date.slice(5));
}

/** The same time of day on this day, or on the first working day after it. */
export function onWorkingDay(instant: Instant): Instant {
  let day = inBrussels(instant);
  while (!isWorkingDate(day.toISODate() ?? "")) day = day.plus({ days: 1 });
  return stored(day);
}

/** Adds working days: weekends, Belgian public holidays and days off of the civil service do not count. */
export function addWorkingDays(instant: Instant, days: number): Instant {
  let day = inBrussels(instant);
  for (let left = days; left > 0;) {
    day = day.plus({ days: 1 });
    if (isWorkingDate(day.toISODate() ?? "")) left -= 1;
  }
  return stored(day);
}

/** Whole minutes from one moment to another, rounded down. */
export const minutesBetween = (from: Instant, to: Instant): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);

/** Whole days from one moment to another, rounded down. */
export const daysBetween = (from: Instant, to: Instant): number =>
  Math.floor(inBrussels(to).diff(inBrussels(from), "days").days);

export const dateOf = (instant: Instant): CalendarDate =>
  inBrussels(instant).toISODate() ?? instant.slice(0, 10);
export const yearOf = (instant: Instant): number => inBrussels(instant).year;

/** A local time in Brussels on a date. */
export const momentOn = (date: CalendarDate, time: { hour: number; minute?: number }): Instant =>
  stored(inBrussels(date).set({ minute: 0, ...time, second: 0, millisecond: 0 }));
export const startOfDay = (date: CalendarDate): Instant => momentOn(date, { hour: 0 });
/** The last millisecond of a date in Brussels. */
export const endOfDay = (date: CalendarDate): Instant => stored(inBrussels(date).endOf("day"));
export const dayAfter = (date: CalendarDate): CalendarDate =>
  inBrussels(date).plus({ days: 1 }).toISODate() ?? date;

/**
 * Local time in Brussels, in milliseconds on a scale without daylight saving: a day is always 24 hours, and a day later
 * has the same time of day.
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
/** "23 nov", and the year when it is not this one: "23 nov 2027". */
export const showDay = (date: CalendarDate, now: Instant): string =>
  inBrussels(date)
    .setLocale("nl-BE")
    .toFormat(yearOf(date) === yearOf(now) ? "d LLL" : "d LLL yyyy");
/** "14:32" in Brussels. */
export const showTime = (instant: Instant): string => inBrussels(instant).toFormat("HH:mm");

/** "23 november 2026 om 14:05" */
export const showMoment = (instant: Instant): string =>
  inBrussels(instant).setLocale("nl-BE").toFormat("d MMMM yyyy 'om' HH:mm");
