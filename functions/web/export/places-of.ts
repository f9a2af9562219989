import { type Word, wordsOf } from "../../domain/person-names.ts";
import { isBound, isSpace, JOINED, PARTICLES } from "./split-name.ts";

/** Where a name stands in a text: its first and last word. `isGenitive`: "Jans" of "Jan". */
export type Place = { first: number; last: number; isGenitive: boolean };
/** `genitiveOf`: what "Jans" is the genitive of. */
export type TextWord = Word & { genitiveOf?: string };

/** Words of a text that end in an s and start a sentence, and are no genitive of "Al", "Du" or "Reed". */
const NO_GENITIVE = ["als", "dus", "eens", "ons", "reeds", "sinds", "soms", "steeds"];

/** The words of a text. What is a name of `others` is no genitive: "Ans" is a name too. */
export function readWords(text: string, others: readonly string[]): TextWord[] {
  const names = new Set([...NO_GENITIVE, ...others.flatMap(wordsOf).map(({ folded }) => folded)]);
  const words = wordsOf(text);
  return words.map((word, index) => {
    const [, genitiveOf] = /^(.+[^sxz])s$/u.exec(word.folded) ?? [];
    const next = words[index + 1];
    // It is written as a name, and what belongs to it follows.
    const isGenitive =
      word.isCapital && next && /^\s+$/.test(next.gap) && !next.isCapital && !PARTICLES.includes(next.folded);
    return { ...word, ...(isGenitive && !names.has(word.folded) && { genitiveOf }) };
  });
}

/** The words of one part of a name: of the first name, or of the family name. */
type Part = readonly string[];

/** Where these parts stand one after the other, and not as a piece of a longer name. */
export function placesOf(words: readonly TextWord[], parts: readonly Part[]): Place[] {
  const sought = parts.filter((part) => part.length > 0);
  if (sought.length === 0) return [];
  return words
    .flatMap((_word, first) => placeAt(words, sought, first) ?? [])
    .filter(
      ({ first, last }) =>
        !isBound(first === 0 ? undefined : words[first]?.gap) && !isBoundAfter(words, last),
    );
}

function placeAt(words: readonly TextWord[], parts: readonly Part[], first: number): Place | undefined {
  let place: Place = { first, last: first - 1, isGenitive: false };
  for (const [index, part] of parts.entries()) {
    const from = place.last + 1;
    const start = index > 0 ? afterInitials(words, from, part[0] ?? "") : from;
    const found = endOf(words, part, start);
    if (!found || (found.isGenitive && index < parts.length - 1)) return undefined;
    place = { first, ...found };
  }
  return place;
}

/** Compares letters, not words: "Van den Bossche", "Vanden Bossche" and "Vandenbossche" are spellings of one name. */
function endOf(words: readonly TextWord[], part: Part, start: number): Omit<Place, "first"> | undefined {
  const letters = part.join("");
  const ends = part.map((_word, index) => part.slice(0, index + 1).join(""));
  let read = "";
  for (let last = start; ; last++) {
    const word = words[last];
    if (!word || (last > start && !ends.includes(read) && !isJoined(words, last))) return undefined;
    if (word.genitiveOf !== undefined && read + word.genitiveOf === letters)
      return { last, isGenitive: true };
    read += word.folded;
    if (read === letters) return { last, isGenitive: false };
    if (!letters.startsWith(read)) return undefined;
  }
}

/** Whether people write a word and the one before it as one name too: "D'Hondt", "Anne-Mie", "De Smet". */
const isJoined = (words: readonly TextWord[], index: number): boolean => {
  const gap = words[index]?.gap;
  return isBound(gap) || (isSpace(gap) && JOINED.includes(words[index - 1]?.folded ?? ""));
};

/** "P." in "Jan P. Claes"; after an initial, as in "J.P. Claes", it makes another name. */
function afterInitials(words: readonly Word[], from: number, sought: string): number {
  const before = words[from - 1];
  if (words[from]?.folded === sought || before?.folded.length === 1) return from;
  let at = from;
  while (isInitial(words[at])) at += 1;
  return at;
}

const isInitial = (word: Word | undefined): boolean =>
  word?.folded.length === 1 && word.isCapital && /^[\s.]+$/.test(word.gap);

/** The s of "An's" is a genitive. */
const isBoundAfter = (words: readonly Word[], last: number) =>
  isBound(words[last + 1]?.gap) && words[last + 1]?.folded !== "s";
