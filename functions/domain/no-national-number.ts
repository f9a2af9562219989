import { folded } from "./clean-text.ts";
import { allowed, refused, type Verdict } from "./verdict.ts";

/** Between two digits of one number: one sign that is no letter, with a blank around it, or blanks alone. */
const BETWEEN = /(?<=\d)(?:[^\S\n]?[^\p{L}\p{N}\s][^\S\n]?|[^\S\n]{1,2})(?=\d)/gu;
/** Eleven digits, from wherever a number can start: what comes before may be digits of something else. */
const ELEVEN_DIGITS = /(?<!\d)(?=(\d(?:_?\d){10})(?!\d))/g;

/** Year, month and day of a birth; month and day can be unknown (00), and the month of who is in no register is 20 or 40 more. */
function startsWithBirth(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  return month < 60 && month % 20 <= 12 && Number(digits.slice(4, 6)) <= 31;
}

/** Its last two digits are 97 minus the remainder of the first nine by 97, with a 2 before them for who was born since 2000. */
function passesCheck(digits: string): boolean {
  const check = Number(digits.slice(9));
  return ["", "2"].some((century) => 97 - (Number(century + digits.slice(0, 9)) % 97) === check);
}

const holdsNumber = (text: string): boolean =>
  [...folded(text).replace(/\p{M}/gu, "").replace(BETWEEN, "_").matchAll(ELEVEN_DIGITS)]
    .map(([, found = ""]) => found.replaceAll("_", ""))
    .some((digits) => startsWithBirth(digits) && passesCheck(digits));

/** Every text inside a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsIn);
  return [];
}

/**
 * PRIV-01: this system holds no national register number; a text in which eleven digits pass the check of one is held
 * back until the person says that it is none. Digits of any script count, with whatever stands between them.
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
