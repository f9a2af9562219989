import { folded } from "./clean-text.ts";

/** A short, unique, speakable reference from a counter per year: `LED-2026-00042`. */
export const formatReference = (year: number, number: number): string =>
  `LED-${year}-${String(number).padStart(5, "0")}`;

export const REFERENCE = /^LED-\d{4}-\d{5,}$/;

const padded = (year: string, number: string): string => `LED-${year}-${number.padStart(5, "0")}`;

/**
 * Extracts the reference from typed or copied text: in any case, with other dashes, signs or blanks, in the brackets of
 * a subject, in a sentence, with or without its zeros. Other input stays as typed.
 */
export function readReference(typed: string): string {
  const text = folded(typed).trim();
  const [, year, number] =
    /(?<![a-z\d])LED[\s\-_./]*(\d{4})(?:[\s\-_./]*(?=\d{5})|[-_./]+)(\d{1,12})(?!\d)/i.exec(text) ?? [];
  return year && number ? padded(year, number) : text;
}

/** Years in which a number without its year is looked for. */
const YEARS_BACK = 10;

/** The references that a number alone, or a year with a number, can stand for: latest year first. */
export function shortReferences(typed: string, thisYear: number): string[] {
  const text = folded(typed).trim();
  const [, year, number] = /^(\d{4})\s*[-_./ ]\s*(\d{1,12})$/.exec(text) ?? [];
  if (year && number) return [padded(year, number)];
  if (!/^\d{1,6}$/.test(text)) return [];
  return Array.from({ length: YEARS_BACK }, (_, back) => padded(String(thisYear - back), text));
}
