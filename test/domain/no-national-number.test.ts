import { expect, it } from "vitest";
import { noNationalNumber } from "../../functions/domain/no-national-number.ts";

// Made up: the check digits of 000101001 are 97 - (000101001 mod 97); with a 2 before them for who was born since 2000.
const before2000 = `85.07.30-033.${String(97 - (850730033 % 97)).padStart(2, "0")}`;
const since2000 = `00 01 01 001 ${String(97 - (2000101001 % 97)).padStart(2, "0")}`;

it.each([before2000, since2000])("%s in a text is held back (PRIV-01)", (number) => {
  const verdict = noNationalNumber({ form: { purpose: `Bijvoorbeeld ${number} van iemand` } });

  expect(verdict).toMatchObject({ allowed: false, reasons: [{ rule: "PRIV-01" }] });
});

it.each([
  "0316.380.841",
  "tel. 02 553 00 00",
  "2026-11-23 tot 2027-01-07",
  "12345678901234567890",
  "85.07.30-033.00",
])("%s is no such number", (text) => {
  expect(noNationalNumber({ text })).toEqual({ allowed: true });
});
