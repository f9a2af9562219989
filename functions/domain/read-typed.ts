import { folded, withoutAround } from "./clean-text.ts";

const MONTHS = ["januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus"].concat([
  "september",
  "oktober",
  "november",
  "december",
]);

const iso = (year: string, month: number, day: string): string =>
  `${year}-${String(month).padStart(2, "0")}-${day.padStart(2, "0")}`;

const WEEKDAY = /^(?:ma|di|wo|do|vr|za|zo)(?:andag|nsdag|ensdag|nderdag|ijdag|terdag|ndag)?[.,]? /i;

/**
 * Converts a date as people write it (23/11/2026, 23 november 2026, 2026‑11‑23 with non-breaking hyphens) to
 * YYYY-MM-DD. Other input stays as typed, so that validation refuses it.
 */
export function readDate(typed: string): string {
  const text = withoutAround(folded(typed)).replace(WEEKDAY, "");
  const [, firstYear, itsMonth, itsDay] = /^(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})$/.exec(text) ?? [];
  if (firstYear && itsMonth && itsDay) return iso(firstYear, Number(itsMonth), itsDay);
  const [, day, inDigits, year] =
    /^(\d{1,2}) ?[-/.\u2044\u2215] ?(\d{1,2}) ?[-/.\u2044\u2215] ?(\d{4})$/.exec(text) ?? [];
  if (day && inDigits && year) return iso(year, Number(inDigits), day);
  const [, dayInWords, name = "", yearInWords] =
    /^(\d{1,2})(?:e|de|ste)?[ -]+(\p{L}{3,})[.,]?[ -]+(\d{4})$/u.exec(text) ?? [];
  // The only Dutch month whose abbreviation is not its first letters.
  const month = name.toLowerCase().replace(/^mrt$/, "maart");
  const place = MONTHS.findIndex((known) => known.startsWith(month));
  return dayInWords && yearInWords && place >= 0 ? iso(yearInWords, place + 1, dayInWords) : text;
}

/**
 * Reads a whole number in Belgian notation, "1.500" or "1 500". Other input stays as typed, so that validation refuses
 * it.
 */
export function readWholeNumber(typed: string): number | string {
  const text = withoutAround(folded(typed));
  // A footnote mark is no digit of the number: "1500¹".
  if (/\p{No}/u.test(typed)) return typed;
  const digits = text.replace(/(?<=\d)[ .'’](?=\d{3}(?!\d))/g, "");
  const number = /^[-+]?\d+$/.test(digits) ? Number(digits) : undefined;
  return Number.isSafeInteger(number) && number !== undefined ? number : text;
}
