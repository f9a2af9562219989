/**
 * Cleans typed and pasted text, before it is validated, screened or stored. Mail programs, phones and word processors
 * insert invisible characters: non-breaking spaces, soft hyphens, direction marks, byte order marks.
 */

/** Invisible and unassigned characters, except the joiners inside an emoji. */
const UNSEEN =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?)\u200D|(?<!\p{Extended_Pictographic})\uFE0F|(?!\u200D|\uFE0F)[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
const LINE_END = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;
/** All blanks except line ends. The empty braille cell looks like a space. */
const BLANK = /[\p{Zs}\t\u2800]/gu;
/** Control characters. The caller handles line ends and tabs. */
const CONTROL = /(?![\n\t])\p{Cc}/gu;
/** The bullet of Word's own font, which other fonts lack. */
const WORD_BULLET = /\uF0B7/g;

/** Word's characters for a non-breaking hyphen and for a hyphen that shows only at a line end. */
const WORD_HYPHEN = "\u001E";
const WORD_SOFT_HYPHEN = "\u001F";

/** Removes invisible characters, normalises letters to NFC, and replaces half a surrogate pair by U+FFFD. */
const visible = (typed: string): string =>
  typed
    .toWellFormed()
    .replaceAll(WORD_HYPHEN, "-")
    .replaceAll(WORD_SOFT_HYPHEN, "")
    .replace(UNSEEN, "")
    .normalize("NFC");

/** Cleans a name on one line. Line ends and control characters stay, so that validation refuses them. */
export const cleanName = (typed: string): string =>
  visible(typed)
    .replace(/[\u2010\u2011]/g, "-")
    .replace(BLANK, " ")
    .replace(/ {2,}/g, " ")
    .trim();

/** Cleans a text of one line. */
export const cleanLine = (typed: string): string =>
  cleanName(visible(typed).replace(LINE_END, " ").replace(CONTROL, ""));

/** Cleans a text of several lines; all line ends become `\n`. */
export const cleanText = (typed: string): string =>
  visible(typed)
    .replace(LINE_END, "\n")
    .replace(CONTROL, "")
    .replace(WORD_BULLET, "•")
    .replace(/(?!\t)[\p{Zs}\u2800]/gu, " ")
    .trim()
    // Normalise again: removing a character between two accents changes the normal form.
    .normalize("NFC");

const isDigit = (codePoint: number) => /^\p{Nd}$/u.test(String.fromCodePoint(codePoint));

/** The value of a digit in any script: Unicode has the ten digits of a script in a row, from zero. */
function valueOf(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && isDigit(codePoint - value - 1)) value += 1;
  return String(value);
}

/**
 * Folds a text for comparing or for reading a code: digits become 0 to 9, dashes become hyphens, full-width letters
 * become plain ones. The folded text is never stored.
 */
export const folded = (typed: string): string =>
  visible(typed)
    .replace(/\u200D|\uFE0F/g, "")
    .normalize("NFKC")
    .replace(/(?![0-9])\p{Nd}/gu, valueOf)
    .replace(/[\p{Pd}\u2212\u00AC\u2043]/gu, "-");

/** Punctuation around text that was copied from a sentence. */
const BEFORE = /^[\s"'“”‘’„«»([<{]+/u;
const AFTER = /[\s"'“”‘’„«»)\]>}.,;:!?]/u;
export function withoutAround(text: string): string {
  // A loop, because a regular expression that ends in "+$" takes minutes on a hundred thousand full stops.
  let end = text.length;
  while (end > 0 && AFTER.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end).replace(BEFORE, "");
}

/** Longer values stay as typed, so that validation refuses them. */
const LONGEST_ADDRESS = 2000;
const ifShort =
  (clean: (typed: string) => string) =>
  (typed: string): string =>
    typed.length > LONGEST_ADDRESS ? typed : clean(typed);

/** Extracts a mail address from `mailto:`, brackets as mail programs write them, or a sentence. */
export const cleanEmail = ifShort((typed) => {
  const text = folded(typed).trim();
  const bracketed = text.matchAll(/(?:<|\[mailto:)([^<>[\]\s]+@[^<>[\]\s]+)[>\]]/gi);
  const [within, another] = Array.from(bracketed, ([, address]) => address);
  // Two addresses stay as typed, so that validation refuses them: only the writer knows which one is meant.
  return withoutAround(
    withoutAround(another === undefined ? (within ?? text) : text)
      .replace(/^mailto:\s*/i, "")
      .replace(/\?[^@]*$/, ""),
  );
});

/** A telephone number as people in Belgium write it: `tel:` goes, and the prefix of Belgium becomes a 0. */
export const cleanTelephone = (typed: string): string =>
  cleanLine(folded(typed))
    .replace(/^tel[.:]?\s*/i, "")
    .replace(/^(?:\+|00)\s?32[\s./-]*(?:\(0\)\s*)?0?/, "0");

/** Extracts a web address from a folded mail line or a sentence. */
export const cleanWebAddress = ifShort((typed) => {
  const unfolded = visible(typed)
    .replace(/\s*(?:\r\n?|[\n\u2028\u2029])\s*/g, "")
    .replace(CONTROL, "");
  const address = withoutAround(unfolded).normalize("NFC");
  // A closing bracket belongs to the address when the address contains its opening bracket.
  const whole = /\([^)]*$/.test(address) ? `${address})` : address;
  return /^www\./i.test(whole) ? `https://${whole}` : whole;
});
