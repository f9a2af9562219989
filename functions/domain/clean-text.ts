/**
 * One place that cleans what people type and paste, before anything is judged, screened or stored. Mails, phones and
 * word processors put in what nobody sees: blanks that do not break, soft hyphens, marks of direction, byte order marks.
 */

/** Nothing shows, or the character stands for none; but what joins an emoji stays in it. */
const UNSEEN =
  /(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}]\uFE0F?)\u200D|(?<!\p{Extended_Pictographic})\uFE0F|(?!\u200D|\uFE0F)[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;
const LINE_END = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;
/** Every blank but a line end; the braille cell without dots is one to the eye. */
const BLANK = /[\p{Zs}\t\u2800]/gu;
/** Control characters; a line end and a tab are for who calls. */
const CONTROL = /(?![\n\t])\p{Cc}/gu;
/** The bullet of Word's own font, which no other font shows. */
const WORD_BULLET = /\uF0B7/g;

/** Hyphens as Word keeps them: one that does not break, and one that shows only where a line ends. */
const WORD_HYPHEN = "\u001E";
const WORD_SOFT_HYPHEN = "\u001F";

/** Without what nobody sees, each letter in its one form (NFC), and half a character as the sign for a broken one. */
const visible = (typed: string): string =>
  typed
    .toWellFormed()
    .replaceAll(WORD_HYPHEN, "-")
    .replaceAll(WORD_SOFT_HYPHEN, "")
    .replace(UNSEEN, "")
    .normalize("NFC");

/** A text of one line, in which a line end or a control character stays to be refused. */
export const cleanName = (typed: string): string =>
  visible(typed)
    .replace(/[\u2010\u2011]/g, "-")
    .replace(BLANK, " ")
    .replace(/ {2,}/g, " ")
    .trim();

/** A text of one line. */
export const cleanLine = (typed: string): string =>
  cleanName(visible(typed).replace(LINE_END, " ").replace(CONTROL, ""));

/** A text of more lines, with the line ends of one kind. */
export const cleanText = (typed: string): string =>
  visible(typed)
    .replace(LINE_END, "\n")
    .replace(CONTROL, "")
    .replace(WORD_BULLET, "•")
    .replace(/(?!\t)[\p{Zs}\u2800]/gu, " ")
    .trim()
    // Again: removing a character between two accents changes their normal form.
    .normalize("NFC");

const isDigit = (codePoint: number) => /^\p{Nd}$/u.test(String.fromCodePoint(codePoint));

/** The value of a digit of any script: the digits of each stand in a row, from zero. */
function valueOf(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && isDigit(codePoint - value - 1)) value += 1;
  return String(value);
}

/**
 * A text as a reader takes it, to judge it or to read a code from it: every digit 0 to 9, every dash a hyphen, full-width
 * letters as plain ones. It is never what is stored of a text.
 */
export const folded = (typed: string): string =>
  visible(typed)
    .replace(/\u200D|\uFE0F/g, "")
    .normalize("NFKC")
    .replace(/(?![0-9])\p{Nd}/gu, valueOf)
    .replace(/[\p{Pd}\u2212\u00AC\u2043]/gu, "-");

/** What stands around something that was copied out of a sentence. */
const BEFORE = /^[\s"'“”‘’„«»([<{]+/u;
const AFTER = /[\s"'“”‘’„«»)\]>}.,;:!?]/u;
export function withoutAround(text: string): string {
  // From its end, one by one: an expression that ends in "+$" takes minutes over a hundred thousand full stops.
  let end = text.length;
  while (end > 0 && AFTER.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end).replace(BEFORE, "");
}

/** Longer than any address: it stays as typed, to be refused. */
const LONGEST_ADDRESS = 2000;
const ifShort =
  (clean: (typed: string) => string) =>
  (typed: string): string =>
    typed.length > LONGEST_ADDRESS ? typed : clean(typed);

/** A mail address, out of `mailto:`, angle brackets or a sentence. */
export const cleanEmail = ifShort((typed) => {
  const text = folded(typed).trim();
  const [within, another] = Array.from(text.matchAll(/<([^<>\s]+@[^<>\s]+)>/g), ([, address]) => address);
  // Two addresses stay as typed, to be refused: nobody but the person who typed them knows which one is meant.
  return withoutAround(
    withoutAround(another === undefined ? (within ?? text) : text)
      .replace(/^mailto:\s*/i, "")
      .replace(/\?[^@]*$/, ""),
  );
});

/** An address on the web, out of a mail that folded it or a sentence that ended with it. */
export const cleanWebAddress = ifShort((typed) => {
  const unfolded = visible(typed)
    .replace(/\s*(?:\r\n?|[\n\u2028\u2029])\s*/g, "")
    .replace(CONTROL, "");
  const address = withoutAround(unfolded).normalize("NFC");
  // A bracket that the address itself opened belongs to it.
  const whole = /\([^)]*$/.test(address) ? `${address})` : address;
  return /^www\./i.test(whole) ? `https://${whole}` : whole;
});
