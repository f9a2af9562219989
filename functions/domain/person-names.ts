/** Letters that Unicode does not take for another letter with an accent, and people do. */
const PLAIN: Readonly<Record<string, string>> = { ł: "l", ø: "o", đ: "d", æ: "ae", œ: "oe", ı: "i" };

/**
 * A word of a text as people compare it: without accents, which belong to no script of their own (vowel signs do), in one
 * form of Unicode and one case.
 */
export const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{Script=Inherited}/gu, "")
    .toUpperCase()
    .toLowerCase()
    .replace(/[łøđæœı]/g, (letter) => PLAIN[letter] ?? letter);

/** Two letters as which people type one that their keyboard lacks, and papers print it. */
const AS_TWO: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", å: "aa", ø: "oe" };

/** A text with two plain letters for each such letter: "Bjoern" for "Björn". Its case is of no use afterwards but at a start. */
export const transliterated = (text: string): string =>
  text.normalize("NFC").replace(/[äöüåø]/gi, (letter) => {
    const two = AS_TWO[letter.toLowerCase()] ?? letter;
    return letter === letter.toLowerCase() ? two : two.toUpperCase();
  });

/** A word of a text, with where it stands and what binds it to the next: `Anne-Marie` is two words that are one name. */
export type Word = { folded: string; start: number; end: number; isCapital: boolean; gap: string };

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** An apostrophe that Unicode takes for a letter. */
const LETTER_APOSTROPHE = /\u02BC/g;

/** The words of a text. `gap`: what stands between a word and the one before it. */
export function wordsOf(given: string): Word[] {
  const text = given.replace(LETTER_APOSTROPHE, "'");
  let before = 0;
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    const gap = text.slice(before, index);
    before = index + word.length;
    return { folded: folded(word), start: index, end: before, isCapital: /^\p{Lu}/u.test(word), gap };
  });
}

/** Whether two names are one, however people typed them: capitals, accents, hyphens and spaces make no other name. */
export const isSameName = (one: string, other: string): boolean => {
  const [first, second] = [one, other].map((name) => wordsOf(name).map((word) => word.folded));
  return first?.length ? first.join(" ") === second?.join(" ") : one === other;
};
