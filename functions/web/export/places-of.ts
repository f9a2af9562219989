import { type Word, wordsOf } from "../../domain/person-names.ts";
import { isBound, PARTICLES } from "./split-name.ts";

/** Where a name stands in a text: its first and last word. */
export type Place = { first: number; last: number };
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

/** Where these words stand one after the other, and not as a part of a longer name. */
export function placesOf(words: readonly TextWord[], sought: readonly string[]): Place[] {
  if (sought.length === 0) return [];
  return words
    .flatMap((_word, first) => {
      const last = lastOf(words, sought, first);
      return last === undefined ? [] : [{ first, last }];
    })
    .filter(
      ({ first, last }) =>
        !isBound(first === 0 ? undefined : words[first]?.gap) && !isBoundAfter(words, last),
    );
}

/** The last word of what stands at `first`; undefined where it does not stand there. */
function lastOf(words: readonly TextWord[], sought: readonly string[], first: number): number | undefined {
  let at = first;
  for (const [index, word] of sought.entries()) {
    if (index > 0) at = afterInitials(words, at, word);
    const found = words[at];
    const isLast = index === sought.length - 1;
    if (found?.folded !== word && !(isLast && found?.genitiveOf === word)) return undefined;
    at += 1;
  }
  return at - 1;
}

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
