import { DateTime } from "luxon";
import { NotSupported } from "../foundation/aws-error.ts";

/** Times of a schedule. `next`: the first time after `after`; undefined without a later one. Epoch milliseconds. */
export type Schedule = { next(after: number): number | undefined };

const UNITS: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const DAYS = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];
/** Horizon for the next match of a cron expression. */
const HORIZON_DAYS = 366 * 8;

/** Reads `rate(…)`, `cron(…)` and `at(…)`. https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html */
export function scheduleOf(expression: string, zone = "UTC"): Schedule {
  const [, kind = "", argument = ""] = /^(\w+)\((.*)\)$/.exec(expression) ?? [];
  if (kind === "rate") return rate(argument);
  if (kind === "cron") return cron(argument, zone);
  if (kind === "at") {
    const time = DateTime.fromISO(argument, { zone }).toMillis();
    return { next: (after) => (time > after ? time : undefined) };
  }
  throw new NotSupported(`The schedule ${expression} is not supported by the local cloud`);
}

function rate(argument: string): Schedule {
  const [, count = "", unit = ""] = /^(\d+) (\w+?)s?$/.exec(argument) ?? [];
  const period = Number(count) * (UNITS[unit] ?? NaN);
  if (!(period > 0)) throw new NotSupported(`rate(${argument}) is not a rate`);
  return { next: (after) => after + period };
}

function cron(argument: string, zone: string): Schedule {
  const [minutes, hours, daysOfMonth, months, daysOfWeek, years, ...more] = argument.trim().split(/\s+/);
  if (!minutes || !hours || !daysOfMonth || !months || !daysOfWeek || !years || more.length > 0)
    throw new NotSupported(`cron(${argument}) must have six fields`);
  const minute = [...valuesOf(minutes, 0, 59)];
  const hour = [...valuesOf(hours, 0, 23)];
  const month = valuesOf(months, 1, 12, MONTHS);
  const weekday = valuesOf(daysOfWeek, 1, 7, DAYS, 1);
  const year = valuesOf(years, 1970, 2199);
  const isDay = (day: DateTime) =>
    year.has(day.year) &&
    month.has(day.month) &&
    (daysOfMonth === "L" ? day.day === day.daysInMonth : valuesOf(daysOfMonth, 1, 31).has(day.day)) &&
    weekday.has((day.weekday % 7) + 1);
  return { next: (after) => nextTime(DateTime.fromMillis(after, { zone }), isDay, hour, minute) };
}

function nextTime(after: DateTime, isDay: (day: DateTime) => boolean, hours: number[], minutes: number[]) {
  let day = after.startOf("day");
  for (let count = 0; count < HORIZON_DAYS; count++, day = day.plus({ days: 1 })) {
    if (!isDay(day)) continue;
    for (const hour of hours)
      for (const minute of minutes) {
        const time = day.set({ hour, minute });
        if (time > after && time.hour === hour) return time.toMillis();
      }
  }
  return undefined;
}

/** `*`, `?`, `5`, `1-5`, `0/15`, `MON-FRI`, and lists of these, in ascending order. */
function valuesOf(field: string, from: number, to: number, names: string[] = [], firstName = 1): Set<number> {
  const number = (text: string) => (names.includes(text) ? names.indexOf(text) + firstName : Number(text));
  const values = field
    .toUpperCase()
    .split(",")
    .flatMap((part) => {
      const [range = "", step] = part.split("/");
      const [first = "", last] = range.split("-");
      const start = range === "*" || range === "?" ? from : number(first);
      const end =
        range === "*" || range === "?" || (step !== undefined && last === undefined)
          ? to
          : number(last ?? first);
      if (Number.isNaN(start) || Number.isNaN(end))
        throw new NotSupported(`${field} in a cron expression is not supported by the local cloud`);
      const length = Math.floor((end - start) / Number(step ?? 1)) + 1;
      return Array.from({ length }, (_, index) => start + index * Number(step ?? 1));
    });
  return new Set(values.sort((left, right) => left - right));
}
