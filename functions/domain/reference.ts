import { folded } from "./clean-text.ts";

/** A short, unique, speakable reference from a counter per year: `LED-2026-00042`. */
export const formatReference = (year: number, number: number): string =>
  `LED-${year}-${String(number).padStart(5, "0")}`;

export const REFERENCE = /^LED-\d{4}-\d{5,}$/;

/**
 * Extracts the reference from typed or copied text: in any case, with other dashes, signs or blanks, in the brackets of
 * a subject, in a sentence. Other input stays as typed.
 */
export function readReference(typed: string): string {
  const text = folded(typed).trim();
  const [, year, number] = /(?<![a-z\d])LED[\s\-_./]*(\d{4})[\s\-_./]*(\d{5,12})(?!\d)/i.exec(text) ?? [];
  return year && number ? `LED-${year}-${number}` : text;
}
