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

export const addMinutes = (instant: Instant, minutes: number): Instant =>
  stored(inBrussels(instant).plus({ minutes }));
/** Calendar days, at the same time of day in Brussels. */
export const addDays = (instant: Instant, days: number): Instant =>
  stored(inBrussels(instant).plus({ days }));

/** Calendar months, at the same time of day; the last day of a shorter month stands for a day that it lacks. */
export const addMonths = (instant: Instant, months: number): Instant =>
  stored(inBrussels(instant).plus({ months }));
export const addYears = (instant: Instant, years: number): Instant => addMonths(instant, 12 * years);

/** The moment in Brussels at which a day begins. */
export const startOf = (date: CalendarDate): Instant => stored(inBrussels(date).startOf("day"));
export const dayAfter = (date: CalendarDate): CalendarDate => dateOf(addDays(startOf(date), 1));
export const laterOf = (one: Instant, other: Instant): Instant => (one > other ? one : other);

/** The last moment of a day in Brussels. */
export const endOfDay = (date: CalendarDate): Instant => stored(inBrussels(date).endOf("day"));

const isWorkingDay = (day: DateTime): boolean =>
  day.weekday <= 5 && !belgianHolidays.isHoliday(day.set({ hour: 12 }).toJSDate());

/** Working days skip weekends and the Belgian public holidays. */
export function addWorkingDays(instant: Instant, days: number): Instant {
  let day = inBrussels(instant);
  for (let left = days; left > 0;) {
    day = day.plus({ days: 1 });
    if (isWorkingDay(day)) left -= 1;
  }
  return stored(day);
}

/** Whole days from one moment to another, rounded down. */
export const daysBetween = (from: Instant, to: Instant): number =>
  Math.floor(inBrussels(to).diff(inBrussels(from), "days").days);

export const dateOf = (instant: Instant): CalendarDate =>
  inBrussels(instant).toISODate() ?? instant.slice(0, 10);
export const yearOf = (instant: Instant): number => inBrussels(instant).year;

/** "23 november 2026" */
export const showDate = (date: CalendarDate): string =>
  inBrussels(date).setLocale("nl-BE").toFormat("d MMMM yyyy");
/** "23 november 2026 om 14:05" */
export const showMoment = (instant: Instant): string =>
  inBrussels(instant).setLocale("nl-BE").toFormat("d MMMM yyyy 'om' HH:mm");
