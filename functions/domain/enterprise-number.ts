import { folded, withoutAround } from "./clean-text.ts";
import { allowed, refused, type Verdict } from "./verdict.ts";

/** Prefixes that people type: the register or the tax, and the country. */
const BEFORE =
  /^(?:(?:btw|tva|vat|kbo|bce|rpr(?:\s\p{L}+)?|ondernemings(?:nummer|nr)|ond|nummer|n[ro°]|on)[\s.:-]*)*(?:BE(?=[\s.:\d-]))?/iu;
const AFTER = /\(?(?:btw|kbo|bce)$/i;

/**
 * Removes what people type around and within a number (signs and blanks of any kind, a leading BE, "KBO") and restores a
 * leading 0.
 */
export function normaliseEnterpriseNumber(typed: string): string {
  const digits = withoutAround(folded(typed))
    .replace(BEFORE, "")
    .replace(AFTER, "")
    .replace(/[^\p{L}\p{N}]/gu, "");
  return /^\d{9}$/.test(digits) ? `0${digits}` : digits;
}

/**
 * KBO-01: an enterprise number has ten digits, starts with 0 or 1, and its last two digits are 97 minus the remainder
 * of the first eight divided by 97 (so 01 to 97, never 00). A number that starts with 2 to 8 is an establishment
 * number.
 * Source: Crossroads Bank for Enterprises (KBO), structure of the enterprise number.
 */
export function enterpriseNumberIsValid(number: string): Verdict {
  if (/^[2-8]\d{9}$/.test(number)) {
    return refused(
      "KBO-01",
      "Dit is een vestigingsnummer. Geef het ondernemingsnummer van je organisatie: dat begint met 0 of 1.",
    );
  }
  if (!/^[01]\d{9}$/.test(number)) {
    return refused(
      "KBO-01",
      "Een ondernemingsnummer heeft tien cijfers en begint met 0 of 1, zoals 0316.380.841.",
    );
  }
  const check = 97 - (Number(number.slice(0, 8)) % 97);
  return Number(number.slice(8)) === check
    ? allowed
    : refused(
        "KBO-01",
        "Dit ondernemingsnummer klopt niet: de laatste twee cijfers passen niet bij de rest. Kijk het na.",
      );
}

/** Formats a number as 0316.380.841. */
export const showEnterpriseNumber = (number: string): string =>
  number.replace(/^(\d{4})(\d{3})(\d{3})$/, "$1.$2.$3");
