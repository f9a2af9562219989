import { describe, expect, it } from "vitest";
import { erasureIsPossible } from "../../functions/retention/erasure-is-possible.ts";
import { keptUntil } from "../../functions/domain/kept-until.ts";
import { noLegalHold } from "../../functions/retention/no-legal-hold.ts";
import { endAfterNotice, retentionClocks } from "../../functions/domain/retention-clocks.ts";
import { aSignedProtocol } from "../builders/agreement.ts";
import { aClosedDossier, anAccess } from "../builders/closed.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { TEAM } from "../builders/people.ts";

const YEARS = { signed: 10, other: 1 };
const HOLD = { by: TEAM, reason: "Klacht", at: NOW };
const signed = (term: { start: string; end?: string } = { start: "2026-12-01" }) =>
  aClosedDossier({ protocol: aSignedProtocol({ term }) });

describe("RETENTION-01, how long a closed dossier is kept", () => {
  it("is a year after its closing without a signed protocol, whatever its outcome", () => {
    for (const outcome of ["withdrawn", "unsuitable", "closed", "negative", "answered"] as const) {
      const dossier = aClosedDossier();
      expect(keptUntil({ ...dossier, closed: { ...dossier.closed, outcome } }, [], YEARS)).toBe(
        "2027-11-23T09:00:00.000Z",
      );
    }
  });

  it("is the same without both signatures", () => {
    const { signatures, ...rest } = aSignedProtocol();
    const protocol = { ...rest, signatures: { applicant: signatures.applicant } };

    expect(keptUntil(aClosedDossier({ protocol }), [], YEARS)).toBe("2027-11-23T09:00:00.000Z");
  });

  it("is ten years with a signed protocol, from the closing when the use ended before it", () => {
    expect(keptUntil(signed(), [], YEARS)).toBe("2036-11-23T09:00:00.000Z");
    expect(keptUntil(signed({ start: "2020-01-01", end: "2025-12-31" }), [], YEARS)).toBe(
      "2036-11-23T09:00:00.000Z",
    );
  });

  it("counts from the end of the last day of access when that is later than the closing", () => {
    const ended = anAccess({ status: "ended", end: "2030-12-31", endedOn: "2026-12-15" });
    const replaced = anAccess({ pass: 2, status: "replaced", replacedFrom: "2026-12-20" });

    expect(keptUntil(signed(), [ended], YEARS)).toBe("2036-12-15T22:59:59.999Z");
    expect(keptUntil(signed(), [replaced, ended], YEARS)).toBe("2036-12-20T22:59:59.999Z");
  });

  it("uses the end of the term only where there is no access record", () => {
    const term = { start: "2026-12-01", end: "2027-06-30" };

    expect(keptUntil(signed(term), [], YEARS)).toBe("2037-06-30T21:59:59.999Z");
    expect(keptUntil(signed(term), [anAccess({ status: "ended", endedOn: "2026-11-01" })], YEARS)).toBe(
      "2036-11-23T09:00:00.000Z",
    );
  });

  it("is ten years too for an access of an earlier pass, when a later request was not signed", () => {
    expect(keptUntil(aClosedDossier(), [anAccess({ endedOn: "2026-11-01" })], YEARS)).toBe(
      "2036-11-23T09:00:00.000Z",
    );
  });
});

describe("RETENTION-02, the notice", () => {
  it("comes a month before the end", () => {
    expect(retentionClocks("2027-11-23T09:00:00.000Z", NOW)).toEqual({
      retentionNotice: "2027-10-23T08:00:00.000Z",
      retention: "2027-11-23T09:00:00.000Z",
    });
  });

  it("comes now, and the end a month later, when the end is past or near", () => {
    const expected = { retentionNotice: NOW, retention: "2026-12-23T09:00:00.000Z" };

    expect(retentionClocks("2020-01-01T00:00:00.000Z", NOW)).toEqual(expected);
    expect(retentionClocks("2026-12-01T00:00:00.000Z", NOW)).toEqual(expected);
  });

  it("postpones the end when it is late", () => {
    expect(endAfterNotice("2026-12-01T00:00:00.000Z", NOW)).toBe("2026-12-23T09:00:00.000Z");
    expect(endAfterNotice("2027-12-01T00:00:00.000Z", NOW)).toBe("2027-12-01T00:00:00.000Z");
  });
});

it("RETENTION-03: a legal hold blocks every deletion", () => {
  expect(noLegalHold(aClosedDossier())).toEqual({ allowed: true });
  expect(noLegalHold(aClosedDossier({ legalHold: HOLD }))).toMatchObject({
    allowed: false,
    reasons: [{ rule: "RETENTION-03" }],
  });
});

describe("ERASE-01, erasure on request", () => {
  const rulesOf = (...given: Parameters<typeof erasureIsPossible>) => {
    const verdict = erasureIsPossible(...given);
    return verdict.allowed
      ? []
      : verdict.reasons.map(({ rule, message }) => `${rule} ${message.slice(0, 20)}`);
  };

  it("is allowed for a closed dossier without a signed protocol", () => {
    expect(rulesOf(aClosedDossier(), [])).toEqual([]);
  });

  it("is refused for an open dossier, a signed protocol and a legal hold, with every reason", () => {
    expect(rulesOf(aDossier(), [])).toEqual(["ERASE-01 Dit dossier is nog n"]);
    expect(rulesOf(signed(), [])).toEqual(["ERASE-01 Beide partijen onder"]);
    expect(rulesOf(aClosedDossier(), [anAccess()])).toHaveLength(1);
    expect(rulesOf({ ...aDossier(), legalHold: HOLD }, [anAccess()])).toEqual([
      "ERASE-01 Dit dossier is nog n",
      "ERASE-01 Beide partijen onder",
      "RETENTION-03 Voor dit dossier gel",
    ]);
  });
});
