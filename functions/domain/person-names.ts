/** Letters that Unicode does not decompose into a letter with an accent. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{ ł: "l", ø: "o", đ: "d", ı: "i" },
  ...{ æ: "ae", œ: "oe", þ: "th", ð: "d" },
};

/** Folds a word for comparison: one normal form, one case, no accents (vowel signs of other scripts stay). */
export const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{Script=Inherited}/gu, "")
    .toUpperCase()
    .toLowerCase()
    .replace(/[łøđıæœþð]/g, (letter) => PLAIN[letter] ?? letter);

/** Two letters as which people type one that their keyboard lacks, and papers print it. */
const AS_TWO: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe" };

/** A text with two plain letters for each such letter: "Bjoern" for "Björn". Its case is of no use afterwards but at a start. */
export const transliterated = (text: string): string =>
  text.normalize("NFC").replace(/[äöüåø]/gi, (letter) => {
    const two = AS_TWO[letter.toLowerCase()] ?? letter;
    return letter === letter.toLowerCase() ? two : two.toUpperCase();
  });

/** A word with its position and its connection to the next word: `Anne-Marie` is two words of one name. */
export type Word = { folded: string; start: number; end: number; isCapital: boolean; gap: string };

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** Unicode classes this apostrophe as a letter. */
const LETTER_APOSTROPHE = /\u02BC/g;

/** The words of a text. `gap`: the text between a word and the previous one. */
export function wordsOf(given: string): Word[] {
  const text = given.replace(LETTER_APOSTROPHE, "'");
  let before = 0;
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    const gap = text.slice(before, index);
    before = index + word.length;
    return { folded: folded(word), start: index, end: before, isCapital: /^\p{Lu}/u.test(word), gap };
  });
}

/** Whether two names are the same, ignoring case, accents, hyphens and spaces. */
export const isSameName = (one: string, other: string): boolean => {
  const [first, second] = [one, other].map((name) => wordsOf(name).map((word) => word.folded));
  return first?.length ? first.join("") === second?.join("") : one === other;
};
