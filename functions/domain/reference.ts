import { folded } from "./clean-text.ts";

/** Short, unique and speakable: `LED-2026-00042`, from a counter per year. */
export const formatReference = (year: number, number: number): string =>
  `LED-${year}-${String(number).padStart(5, "0")}`;

export const REFERENCE = /^LED-\d{4}-\d{5,}$/;

/**
 * The reference in what somebody typed or copied from a mail: in lower case, with other dashes, signs or blanks, between the
 * brackets of a subject, in a sentence. Anything else stays as typed.
 */
export function readReference(typed: string): string {
  const text = folded(typed).trim();
  const [, year, number] = /(?<![a-z\d])LED[\s\-_./]*(\d{4})[\s\-_./]*(\d{5,12})(?!\d)/i.exec(text) ?? [];
  return year && number ? `LED-${year}-${number}` : text;
}
