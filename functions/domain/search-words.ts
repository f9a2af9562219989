import { folded } from "./clean-text.ts";
import type { Dossier } from "./dossier.ts";

/** The index has a word by this many of its first letters; a search looks a word up by the most that was typed. */
const LENGTHS = [2, 3, 5, 8] as const;
const [SHORTEST] = LENGTHS;
/** Of a typed search, as of a name. */
const MOST_WORDS = 12;

/** Letters that do not come apart into a letter and an accent. */
const LETTERS: Record<string, string> = { ø: "o", đ: "d", ł: "l", æ: "ae", œ: "oe", ß: "ss" };

/** Small letters without accents. */
const plain = (text: string): string =>
  folded(text)
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[øđłæœß]/g, (letter) => LETTERS[letter] ?? letter);

/** The words of a name or of a search, without accents. */
export const wordsOf = (text: string): string[] =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= SHORTEST)
    .slice(0, MOST_WORDS);

/** A mail address as one word of a search. */
export const mailWord = (address: string): string => address.toLowerCase();
const isMail = (word: string): boolean => word.includes("@");

/** What a search finds a dossier by: the words of its organisation and of its people, and their mail addresses. */
export function searchWordsOf({ organisation, people }: Pick<Dossier, "organisation" | "people">): string[] {
  const persons = Object.values(people).filter((person) => person !== undefined);
  const names = [organisation.name, ...persons.map(({ name }) => name)];
  const words = [...names.flatMap(wordsOf), ...persons.map(({ email }) => mailWord(email))];
  return [...new Set(words)].sort();
}

/** The entries of a word in the index: its beginnings; a mail address is whole. */
export const entriesOf = (word: string): string[] =>
  isMail(word)
    ? [word]
    : LENGTHS.filter((length) => length <= word.length).map((length) => word.slice(0, length));

/** The entry under which a typed word is looked up. */
export const entryFor = (typed: string): string => entriesOf(typed).at(-1) ?? typed;

/** Whether the dossier has a word that begins with each typed word: the index knows only the first letters. */
export function hasWords(dossier: Dossier, typed: readonly string[]): boolean {
  const words = searchWordsOf(dossier);
  return typed.every((one) => words.some((word) => (isMail(one) ? word === one : word.startsWith(one))));
}
