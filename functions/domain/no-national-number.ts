import { folded } from "./clean-text.ts";
import { allowed, refused, type Verdict } from "./verdict.ts";

/** Separators between two digits of one number: a single sign, with or without a blank beside it, or blanks only. */
const BETWEEN = /(?<=\d)(?:[^\S\n]?[^\p{L}\p{N}\s][^\S\n]?|[^\S\n]{1,2})(?=\d)/gu;
/** Eleven digits from every possible start: the digits before them may belong to something else. */
const ELEVEN_DIGITS = /(?<!\d)(?=(\d(?:_?\d){10})(?!\d))/g;

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

const holdsNumber = (text: string): boolean =>
  [...folded(text).replace(/\p{M}/gu, "").replace(BETWEEN, "_").matchAll(ELEVEN_DIGITS)]
    .map(([, found = ""]) => found.replaceAll("_", ""))
    .some((digits) => startsWithBirth(digits) && passesCheck(digits));

/** All texts inside a nested value. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsIn);
  return [];
}

/**
 * PRIV-01: this system stores no national register number. A text with eleven digits that pass its check is refused
 * until the person confirms that it is another number. Digits of any script and with any separators count.
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
