import { describe, expect, it } from "vitest";
import {
  currentAccess,
  endedOn,
  isInForceOn,
  replacedBy,
  restored,
  standingOf,
} from "../../functions/domain/access.ts";
import { SYSTEM } from "../../functions/domain/people.ts";
import { anAccess } from "../builders/access.ts";
import { NOW } from "../builders/dossier.ts";

const by = { at: NOW, by: SYSTEM };

describe("an access", () => {
  it("covers the channels that are connected and agreed, under the named protocol", () => {
    expect(anAccess()).toMatchObject({
      channels: ["web-service"],
      protocolVersion: "1-2",
      status: "in-force",
    });
  });

  it("is in force from the first to the last day of its term, inclusive", () => {
    const days = ["2026-11-30", "2026-12-01", "2029-11-30", "2029-12-01"];

    expect(days.map((day) => isInForceOn(anAccess(), day))).toEqual([false, true, true, false]);
  });

  it("has a reason when it is not in force", () => {
    const next = anAccess({ pass: 2, start: "2027-06-01" });
    const cases = [
      [anAccess(), "2026-11-30", "not-begun"],
      [anAccess(), "2026-12-01", "in-force"],
      [anAccess(), "2029-12-01", "term-over"],
      [replacedBy(anAccess(), next, by), "2027-05-31", "in-force"],
      [replacedBy(anAccess(), next, by), "2027-06-01", "replaced"],
      [endedOn(anAccess(), "2027-01-15", by), "2027-01-15", "ended"],
      [endedOn(anAccess(), "2027-01-15", by), "2027-01-16", "ended"],
    ] as const;

    expect(cases.map(([access, day]) => standingOf(access, day))).toEqual(
      cases.map(([, , standing]) => standing),
    );
  });

  it("without an end stays in force", () => {
    expect(isInForceOn(anAccess({ end: undefined }), "2099-01-01")).toBe(true);
  });

  it("stays in force until the first day of its replacement", () => {
    const next = anAccess({ pass: 2, start: "2027-06-01" });
    const former = replacedBy(anAccess(), next, by);

    expect(["2027-05-31", "2027-06-01"].map((day) => isInForceOn(former, day))).toEqual([true, false]);
    expect(former).toMatchObject({ status: "replaced", replacedBy: 2, replacedFrom: "2027-06-01" });
    expect(currentAccess([former, next])).toBe(next);
  });

  it("is replaced at once when the term of its replacement has already begun", () => {
    expect(
      replacedBy(anAccess(), anAccess({ pass: 2 }), { ...by, at: "2027-06-01T09:00:00.000Z" }),
    ).toMatchObject({ replacedFrom: "2027-06-01" });
  });

  it("ends on the last day of consultation and can be restored; each change has an actor and a moment", () => {
    const ended = endedOn(anAccess(), "2027-01-15", by);

    expect(["2027-01-15", "2027-01-16"].map((day) => isInForceOn(ended, day))).toEqual([true, false]);
    expect(currentAccess([ended])).toBeUndefined();
    expect(isInForceOn(restored(ended, by), "2027-01-16")).toBe(true);
    expect(restored(ended, by).changes.map(({ what }) => what)).toEqual(["granted", "ended", "restored"]);
  });
});
