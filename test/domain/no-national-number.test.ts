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
  ["a line end", digits.replace(/^(\d{6})/, "$1\n")],
  ["a line end of Windows after a dash", digits.replace(/^(\d{6})/, "$1-\r\n")],
  ["line ends between its parts", digits.replace(/^(\d\d)(\d\d)(\d\d)(\d{3})/, "$1\n$2\n$3 -\n\n$4.")],
  ["a line end anywhere", digits.replace(/^(\d{8})/, "$1\n")],
  ["each digit on a line", between("\n")],
  ["rows of dashes", digits.replace(/^(\d{6})(\d{3})/, "$1---$2 -- ")],
  ["rows of dots", digits.replace(/^(\d\d)(\d\d)(\d\d)/, "$1...$2...$3....")],
  ["many blanks", digits.replace(/^(\d{6})(\d{3})/, "$1     $2\t\t")],
  ["two signs between all digits", between("--")],
  ["brackets", digits.replace(/^(\d{6})(\d{3})/, "$1 ($2) ")],
  ["another number before it", `tel. 02 553 00 00 ${digits}`],
])("a number with %s is refused (PRIV-01)", (_how, text) => {
  expect(noNationalNumber({ text: `x ${text} y` })).toMatchObject({ reasons: [{ rule: "PRIV-01" }] });
});

it("both centuries count, each with its own check digits", () => {
  const [old = "", young = ""] = [before2000, since2000].map((number) => number.replace(/\D/g, ""));
  const ofTheOther = [97 - (2850730033 % 97), 97 - (101001 % 97)].map((check) =>
    String(check).padStart(2, "0"),
  );

  expect(ofTheOther[0]).not.toBe(old.slice(9));
  for (const text of [old, young, old.slice(0, 9) + ofTheOther[0], young.slice(0, 9) + ofTheOther[1]])
    expect(noNationalNumber({ text }).allowed).toBe(false);
  for (const text of [old, young])
    expect(
      noNationalNumber({ text: text.slice(0, 9) + String((Number(text.slice(9)) + 1) % 97) }).allowed,
    ).toBe(true);
});

it("a column of amounts is no number, though its digits in a row pass the check", () => {
  const check = String(97 - (250003400 % 97)).padStart(2, "0");

  expect(noNationalNumber({ text: `250003400${check}` }).allowed).toBe(false);
  expect(noNationalNumber({ text: `1.250,00\n3.400,${check}` }).allowed).toBe(true);
});

it("of texts with two random numbers hardly any is held back", () => {
  // A fixed row of numbers (Park and Miller), so that the count is the same each time.
  let seed = 1;
  const random = () => (seed = (seed * 48_271) % 2_147_483_647);
  const texts = Array.from({ length: 2000 }, () => `${random() % 10_000_000}\n${random() % 100_000}`);

  expect(texts.filter((text) => !noNationalNumber({ text }).allowed).length).toBeLessThan(15);
});

it("a long text of digits is judged in one pass", () => {
  expect(noNationalNumber({ text: "1 2 3 4 5 6 7 8 9 0 - ".repeat(10_000) }).allowed).toBe(true);
});
