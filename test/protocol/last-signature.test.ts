import { describe, expect, it } from "vitest";
import type { Protocol } from "../../functions/domain/facts.ts";
import { lastSignatureOf, signedAfterStart } from "../../functions/protocol/last-signature.ts";
import { anAgreement, aSignedProtocol } from "../builders/agreement.ts";
import { aDossier } from "../builders/dossier.ts";

const by = (at: string) => ({ at, form: "paper", by: "Sofie Hoofd" }) as const;
const withTerm = (start: string, signatures: Protocol["signatures"] = {}) =>
  aDossier({ protocol: { ...aSignedProtocol({ term: { start } }), signatures } });
const TODAY = "2026-11-23";

describe("the last signature", () => {
  it("is that of the authority, or a later one that was dated on paper", () => {
    const signed = { applicant: by("2026-11-20"), authority: by("2026-11-22") };

    expect(lastSignatureOf(withTerm("2026-12-01", signed))).toBe("2026-11-22");
    expect(lastSignatureOf(withTerm("2026-12-01", { applicant: by("2026-11-20") }))).toBeUndefined();
  });

  it("comes after the start of a term that has begun and is not signed yet", () => {
    expect(signedAfterStart(withTerm("2026-11-22"), TODAY)).toBe(TODAY);
    expect(signedAfterStart(withTerm(TODAY), TODAY)).toBeUndefined();
    expect(signedAfterStart(withTerm("2026-11-22", { applicant: by("2026-11-22") }), TODAY)).toBe(TODAY);
  });

  it("comes after the start of a term that begins before the agreed date of signing", () => {
    const { planning } = anAgreement();
    const signature = "2027-01-15";
    const planned = { ...withTerm("2027-01-01"), planning: planning && { ...planning, signature } };

    expect(signedAfterStart(planned, TODAY)).toBe(signature);
    expect(
      signedAfterStart({ ...planned, ...withTerm("2027-01-15"), planning: planned.planning }, TODAY),
    ).toBeUndefined();
  });

  it("counts as it was, once everybody signed", () => {
    const signed = (at: string) => ({ applicant: by("2026-11-20"), authority: by(at) });

    expect(signedAfterStart(withTerm("2026-11-21", signed("2026-11-22")), "2027-05-01")).toBe("2026-11-22");
    expect(signedAfterStart(withTerm("2026-11-22", signed("2026-11-22")), "2027-05-01")).toBeUndefined();
  });
});
