import { allowed, refused, type Verdict } from "./verdict.ts";

const ELEVEN_DIGITS = /(?<!\d)\d{2}[.\- ]?\d{2}[.\- ]?\d{2}[-. ]?\d{3}[.\- ]?\d{2}(?!\d)/g;

/** Its last two digits are 97 minus the remainder of the first nine by 97, with a 2 before them for who was born since 2000. */
function passesCheck(digits: string): boolean {
  const check = Number(digits.slice(9));
  return ["", "2"].some((century) => 97 - (Number(century + digits.slice(0, 9)) % 97) === check);
}

/** Every text inside a value, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsIn);
  return [];
}

/**
 * PRIV-01: this system holds no national register number; a text in which eleven digits pass the check of one is held
 * back until the person says that it is none.
 * Source: data minimisation (GDPR 5(1)(c)); structure of the national register number (KB 3/4/1984).
 */
export function noNationalNumber(fields: Record<string, unknown>): Verdict {
  const found = textsIn(fields).some((text) =>
    (text.match(ELEVEN_DIGITS) ?? []).some((match) => passesCheck(match.replace(/\D/g, ""))),
  );
  return found
    ? refused(
        "PRIV-01",
        "In je tekst staat iets dat op een rijksregisternummer lijkt. Dat mag hier nooit staan: haal het weg, of bevestig dat het iets anders is.",
      )
    : allowed;
}
