import { folded } from "./clean-text.ts";
import { allowed, refused, type Verdict } from "./verdict.ts";

/** Digits with signs and line ends between them, no letters: a number may be anywhere in them. */
const RUN = /\d(?:[^\p{L}\p{N}]{0,10}\d){10,}/gu;
const DIGIT = /([^\d]*)(\d)/g;
/** What people put within a number: one sign, with a blank around it, or blanks alone. */
const NARROW = /^(?:[^\S\n\r]?[^\s]?[^\S\n\r]?)$/u;
/** The parts of the number: year, month, day, rank, check. */
const PARTS_END = [2, 4, 6, 9];

/**
 * Year, month and day of birth. Month and day can be unknown (00); the month of a person outside the register is 20 or
 * 40 higher.
 */
function startsWithBirth(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  return month < 60 && month % 20 <= 12 && Number(digits.slice(4, 6)) <= 31;
}

/** The last two digits are 97 minus the remainder of the first nine by 97, prefixed with a 2 for births since 2000. */
function passesCheck(digits: string): boolean {
  const check = Number(digits.slice(9));
  return ["", "2"].some((century) => 97 - (Number(century + digits.slice(0, 9)) % 97) === check);
}

/**
 * A wide gap (a line end, a row of signs) stands within a number only between its parts, or where every gap is the same:
 * two amounts in a table are no number.
 */
const areOfOneNumber = (gaps: readonly string[]): boolean =>
  new Set(gaps.filter((gap) => gap !== "")).size < 2 ||
  gaps.every((gap, index) => NARROW.test(gap) || PARTS_END.includes(index + 1));

/** Eleven digits, from wherever a number can start: what comes before may be digits of something else. */
function elevensIn(run: string): string[] {
  const digits = Array.from(run.matchAll(DIGIT), ([, gap = "", digit = ""]) => ({ gap, digit }));
  return digits.flatMap(({ gap }, first) => {
    const eleven = digits.slice(first, first + 11);
    const isApart = (first === 0 || gap !== "") && digits[first + 11]?.gap !== "";
    return isApart && eleven.length === 11 && areOfOneNumber(eleven.slice(1).map((one) => one.gap))
      ? [eleven.map((one) => one.digit).join("")]
      : [];
  });
}

const holdsNumber = (text: string): boolean =>
  [...folded(text).replace(/\p{M}/gu, "").matchAll(RUN)]
    .flatMap(([run]) => elevensIn(run))
    .some((digits) => startsWithBirth(digits) && passesCheck(digits));

/** All texts inside a nested value. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsIn);
  return [];
}

/**
 * PRIV-01: this system stores no national register number. A text with eleven digits that pass its check is refused
 * until the person confirms that it is another number. Digits of any script count, with any separators and line ends.
 * Source: data minimisation (GDPR 5(1)(c)); structure of the national register number (KB 3/4/1984).
 */
export function noNationalNumber(fields: Record<string, unknown>): Verdict {
  return textsIn(fields).some(holdsNumber)
    ? refused(
        "PRIV-01",
        "In je tekst staat iets dat op een rijksregisternummer lijkt. Dat mag hier nooit staan: haal het weg, of bevestig dat het iets anders is.",
      )
    : allowed;
}
