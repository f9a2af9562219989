import { describe, expect, it } from "vitest";
import { DATE_KINDS, type DateKindName } from "../../functions/domain/date-kinds.ts";
import { dateIsPossible } from "../../functions/domain/date-is-possible.ts";

const now = "2026-11-23T23:30:00.000Z"; // In Brussels it is the 24th.
const opening = "2026-09-01T08:00:00.000Z";
const ruleFor = (kind: DateKindName, date: string) => {
  const verdict = dateIsPossible(kind, date, { now, opening }, "on");
  return verdict.allowed ? "allowed" : verdict.reasons.map(({ rule, field }) => `${rule} ${field}`).join();
};

const PAST = "DATE-02 on";
describe("a date within the bounds of its kind (DATE-02)", () => {
  it.each([
    ["done", "0026-01-01", PAST],
    ["done", "2025-08-31", PAST],
    ["done", "2025-09-01", "allowed"],
    ["done", "2026-11-24", "allowed"],
    ["done", "2026-11-25", "DATE-01 on"],
    ["done-since", "2025-08-31", PAST],
    ["done-since", "2025-09-01", "allowed"],
    ["done-since", "2026-11-25", "DATE-01 on"],
    ["decided-before", "2015-01-01", PAST],
    ["decided-before", "2020-01-01", "allowed"],
    ["connected", "2025-11-23", PAST],
    ["connected", "2026-09-01", "allowed"],
    ["before-connection", "2025-06-01", PAST],
    ["planned", "2026-11-23", PAST],
    ["planned", "2026-11-24", "allowed"],
    ["planned", "2031-11-24", "allowed"],
    ["planned", "2031-11-25", "DATE-02 on"],
    ["scheduled", "9999-12-31", "DATE-02 on"],
    ["term-start", "0026-01-01", PAST],
    ["term-start", "2026-09-01", "allowed"],
    ["term-start", "2032-01-01", "DATE-02 on"],
    ["term-end", "0031-01-01", PAST],
    ["term-end", "2025-12-31", PAST],
    ["term-end", "2026-11-24", PAST],
    ["term-end", "2026-11-25", "allowed"],
    ["term-end", "2100-01-01", "DATE-02 on"],
    ["absence-start", "2028-01-01", "DATE-02 on"],
  ] as const)("%s on %s: %s", (kind, date, expected) => {
    expect(ruleFor(kind, date)).toBe(expected);
  });

  it("of a renewal counts from its request, but dates of the whole dossier count from the opening", () => {
    const request = "2031-05-03T08:00:00.000Z";
    const moment = { now: "2031-11-23T09:00:00.000Z", opening, request };
    const isPossible = (kind: DateKindName, date: string) => dateIsPossible(kind, date, moment, "on").allowed;

    expect(isPossible("done", "2030-05-02")).toBe(false);
    expect(isPossible("done", "2030-05-03")).toBe(true);
    expect(isPossible("connected", "2027-01-01")).toBe(false);
    expect(isPossible("before-connection", "2030-05-02")).toBe(false);
    expect(isPossible("done-since", "2027-01-01")).toBe(true);
    expect(isPossible("term-start", "2031-05-01")).toBe(true);
  });

  it("is refused with the first or last possible day", () => {
    expect(dateIsPossible("term-end", "2025-12-31", { now, opening }, "term.end")).toMatchObject({
      reasons: [{ message: "Deze datum is al voorbij. Kies 25 november 2026 of later." }],
    });
    expect(dateIsPossible("done", "0026-11-23", { now, opening }, "on")).toMatchObject({
      reasons: [
        {
          message:
            "Deze datum ligt te ver in het verleden. Kijk het jaar na: vroeger dan 1 september 2025 kan niet.",
        },
      ],
    });
  });

  it("has the rule that sets its bound, for a kind without bounds", () => {
    const unbound = Object.values(DATE_KINDS).filter((kind) => !("earliest" in kind && "latest" in kind));

    expect(unbound.filter(({ says }) => !/\([A-Z]+-\d\d\)/.test(says))).toEqual([]);
  });
});
