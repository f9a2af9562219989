import { describe, expect, it } from "vitest";
import {
  enterpriseNumberIsValid,
  normaliseEnterpriseNumber,
  showEnterpriseNumber,
} from "../../functions/domain/enterprise-number.ts";
import { normaliseOvoCode, ovoCodeIsValid } from "../../functions/domain/ovo-code.ts";
import { formatReference, REFERENCE } from "../../functions/domain/reference.ts";

describe("enterprise number (KBO-01)", () => {
  it.each(["0566988259", "0999999922", "0316380841", "0428759497", "1000000021"])("%s is valid", (number) => {
    expect(enterpriseNumberIsValid(number)).toEqual({ allowed: true });
  });

  it.each(["0431150351", "0428759400", "123", "", "05669882590", "abcdefghij"])("%s is refused", (number) => {
    expect(enterpriseNumberIsValid(number)).toMatchObject({ allowed: false, reasons: [{ rule: "KBO-01" }] });
  });

  it("an establishment number is named as such", () => {
    const verdict = enterpriseNumberIsValid("2147812701");

    expect(verdict.allowed || verdict.reasons[0]?.message).toContain("vestigingsnummer");
  });

  it.each([
    ["0316.380.841", "0316380841"],
    ["BE 0316 380 841", "0316380841"],
    ["be0316-380-841", "0316380841"],
    ["316380841", "0316380841"],
    ["0316/380/841", "0316380841"],
  ])("%s is read as %s", (typed, stored) => {
    expect(normaliseEnterpriseNumber(typed)).toBe(stored);
  });

  it("is shown with dots", () => {
    expect(showEnterpriseNumber("0316380841")).toBe("0316.380.841");
  });
});

describe("OVO code (OVO-01)", () => {
  it("is required with the number that the Flemish government shares", () => {
    expect(ovoCodeIsValid("0316380841", undefined)).toMatchObject({ allowed: false });
    expect(ovoCodeIsValid("0316380841", "OVO000123")).toEqual({ allowed: true });
    expect(ovoCodeIsValid("0999999922", undefined)).toEqual({ allowed: true });
  });

  it("is OVO and six digits", () => {
    expect(ovoCodeIsValid("0999999922", "OVO12")).toMatchObject({ allowed: false });
    expect(normaliseOvoCode(" ovo 000123 ")).toBe("OVO000123");
  });
});

describe("reference", () => {
  it("is short, and can grow beyond five digits", () => {
    expect(formatReference(2026, 42)).toBe("LED-2026-00042");
    expect(formatReference(2026, 123456)).toMatch(REFERENCE);
  });
});
