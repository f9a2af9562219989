import { expect, it } from "vitest";
import { noNationalNumber } from "../../functions/domain/no-national-number.ts";

// Made up: the check digits of 000101001 are 97 - (000101001 mod 97), prefixed with a 2 for births since 2000.
const before2000 = `85.07.30-033.${String(97 - (850730033 % 97)).padStart(2, "0")}`;
const since2000 = `00 01 01 001 ${String(97 - (2000101001 % 97)).padStart(2, "0")}`;

it.each([before2000, since2000])("%s in a text is refused (PRIV-01)", (number) => {
  const verdict = noNationalNumber({ form: { purpose: `Bijvoorbeeld ${number} van iemand` } });

  expect(verdict).toMatchObject({ allowed: false, reasons: [{ rule: "PRIV-01" }] });
});

it.each([
  "0316.380.841",
  "tel. 02 553 00 00",
  "2026-11-23 tot 2027-01-07",
  "12345678901234567890",
  "85.07.30-033.00",
])("%s is accepted", (text) => {
  expect(noNationalNumber({ text })).toEqual({ allowed: true });
});

const digits = before2000.replace(/\D/g, "");
const between = (sign: string) => [...digits].join(sign);

it.each([
  ["digits with nothing seen between them", between("\u200B")],
  ["blanks between them", between(" ")],
  ["blanks that do not break", digits.replace(/^(\d{6})(\d{3})/, "$1\u00A0$2\u202F")],
  ["soft hyphens", between("\u00AD")],
  ["full width", [...digits].map((digit) => String.fromCodePoint(Number(digit) + 0xff10)).join("")],
  ["Arabic digits", [...digits].map((digit) => String.fromCodePoint(Number(digit) + 0x660)).join("")],
  ["bold digits", [...digits].map((digit) => String.fromCodePoint(Number(digit) + 0x1d7ce)).join("")],
  ["slashes", digits.replace(/^(\d\d)(\d\d)(\d\d)(\d{3})/, "$1/$2/$3 $4/")],
  ["underscores", digits.replace(/^(\d{6})(\d{3})/, "$1_$2_")],
  ["dashes of a mail", digits.replace(/^(\d{6})(\d{3})/, "$1\u2011$2\u2013")],
  ["a dash with blanks", digits.replace(/^(\d{6})/, "$1 - ")],
  ["keycaps", [...digits].map((digit) => `${digit}\uFE0F\u20E3`).join("")],
  ["joiners of an emoji", between("\uFE0F\u200D")],
  ["another number before it", `tel. 02 553 00 00 ${digits}`],
])("a number with %s is refused (PRIV-01)", (_how, text) => {
  expect(noNationalNumber({ text: `x ${text} y` })).toMatchObject({ reasons: [{ rule: "PRIV-01" }] });
});

it("a long text of digits is judged without delay", () => {
  const began = performance.now();

  noNationalNumber({ text: "1 2 3 4 5 6 7 8 9 0 - ".repeat(10_000) });

  expect(performance.now() - began).toBeLessThan(2000);
});
