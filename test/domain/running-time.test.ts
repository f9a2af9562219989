import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  addWorkingDays,
  dateOf,
  isWorkingDate,
  startOfDay,
} from "../../functions/domain/calendar.ts";
import type { Pause } from "../../functions/domain/dossier.ts";
import {
  type DayUnit,
  daysLate,
  endOfRunningTime,
  pausesOf,
  runningDays,
} from "../../functions/domain/running-time.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { TEAM } from "../builders/people.ts";

const end = (since: string, days: number, unit: DayUnit = "calendar", pauses: Pause[] = []) =>
  endOfRunningTime(since, { days, unit }, pauses);
const pause = (from: string, to: string): Pause => ({ from, to });

describe("the end of a running time", () => {
  it("is the same time of day, also when the clock changes", () => {
    // Summer time ends on 25 October 2026 and begins on 28 March 2027.
    expect(end("2026-10-20T08:00:00.000Z", 7)).toBe("2026-10-27T09:00:00.000Z");
    expect(end("2027-03-25T09:00:00.000Z", 7)).toBe("2027-04-01T08:00:00.000Z");
    expect(end("2027-03-25T09:00:00.000Z", 2, "working")).toBe("2027-03-30T08:00:00.000Z");
  });

  it("in working days skips weekends and Belgian public holidays", () => {
    // From 25 December to 1 January are holidays and days off; 29 March 2027 is Easter Monday.
    expect(dateOf(end("2026-12-23T09:00:00.000Z", 5, "working"))).toBe("2027-01-07");
    expect(dateOf(end("2026-12-31T09:00:00.000Z", 1, "working"))).toBe("2027-01-05");
    expect(dateOf(end("2027-03-26T09:00:00.000Z", 1, "working"))).toBe("2027-03-30");
  });

  it("of a start in a weekend counts from Monday, and always falls on a working day", () => {
    expect(end("2026-11-21T10:00:00.000Z", 0, "working")).toBe(startOfDay("2026-11-23"));
    expect(end("2026-11-21T10:00:00.000Z", 5, "working")).toBe(startOfDay("2026-11-30"));
    expect(end("2026-11-20T10:00:00.000Z", 5, "working")).toBe("2026-11-27T10:00:00.000Z");
  });

  it("skips a pause, wholly or partly", () => {
    const since = "2026-11-02T09:00:00.000Z";
    const ten = pause("2026-11-05T09:00:00.000Z", "2026-11-15T09:00:00.000Z");

    expect(end(since, 7, "calendar", [ten])).toBe("2026-11-19T09:00:00.000Z");
    // A pause that began earlier or is already over: only its remainder, or nothing, is skipped.
    expect(end("2026-11-10T09:00:00.000Z", 7, "calendar", [ten])).toBe("2026-11-22T09:00:00.000Z");
    expect(end(since, 3, "calendar", [ten])).toBe("2026-11-05T09:00:00.000Z");
    expect(end("2026-11-16T09:00:00.000Z", 7, "calendar", [ten])).toBe("2026-11-23T09:00:00.000Z");
  });

  it("skips two overlapping pauses once", () => {
    const pauses = [
      pause("2026-11-08T09:00:00.000Z", "2026-11-12T09:00:00.000Z"),
      pause("2026-11-05T09:00:00.000Z", "2026-11-10T09:00:00.000Z"),
    ];

    expect(end("2026-11-02T09:00:00.000Z", 7, "calendar", pauses)).toBe("2026-11-16T09:00:00.000Z");
  });

  it("loses no working day in a weekend on hold, and half of one for half a day", () => {
    const weekend = pause("2026-11-20T23:00:00.000Z", "2026-11-22T23:00:00.000Z");
    const half = pause("2026-11-24T08:00:00.000Z", "2026-11-24T20:00:00.000Z");

    expect(end("2026-11-20T09:00:00.000Z", 2, "working", [weekend])).toBe("2026-11-24T09:00:00.000Z");
    expect(end("2026-11-23T09:00:00.000Z", 2, "working", [half])).toBe("2026-11-25T21:00:00.000Z");
  });

  it("treats the current hold as a pause up to its end date", () => {
    const hold = { by: TEAM, reason: "Fusie", since: NOW, until: "2027-01-10T23:00:00.000Z" };
    const earlier = pause("2026-10-01T09:00:00.000Z", "2026-10-05T09:00:00.000Z");

    expect(pausesOf(aDossier({ pauses: [earlier], hold }))).toEqual([
      earlier,
      { from: NOW, to: "2027-01-10T23:00:00.000Z" },
    ]);
  });
});

describe("days late", () => {
  it("are 0 on the day of the deadline itself, and 1 the day after", () => {
    const deadline = "2026-11-23T09:00:00.000Z";

    expect(daysLate(deadline, "2026-11-23T22:59:00.000Z", "calendar", [])).toBe(0);
    expect(daysLate(deadline, "2026-11-23T23:01:00.000Z", "calendar", [])).toBe(1);
    expect(daysLate(deadline, "2026-11-26T09:00:00.000Z", "calendar", [])).toBe(3);
  });

  it("in working days skip a weekend", () => {
    const friday = "2026-11-20T09:00:00.000Z";

    expect(daysLate(friday, "2026-11-22T12:00:00.000Z", "working", [])).toBe(0);
    expect(daysLate(friday, "2026-11-23T09:00:00.000Z", "working", [])).toBe(1);
  });

  it("do not grow while on hold", () => {
    const hold = pause("2026-11-25T23:00:00.000Z", "2026-12-10T23:00:00.000Z");

    expect(daysLate("2026-11-23T09:00:00.000Z", "2026-12-05T09:00:00.000Z", "calendar", [hold])).toBe(2);
    expect(daysLate("2026-11-23T09:00:00.000Z", "2026-12-11T09:00:00.000Z", "calendar", [hold])).toBe(3);
  });
});

/** By day: in the night of a clock change a time of day occurs twice, or never. */
const instants = fc
  .tuple(fc.integer({ min: 0, max: 1460 }), fc.integer({ min: 3 * 60, max: 21 * 60 }))
  .map(([day, minute]) => new Date(Date.UTC(2026, 0, 1 + day, 0, minute)).toISOString());
const pauses = fc.array(
  fc
    .tuple(instants, fc.integer({ min: 0, max: 60 }))
    .map(([from, days]) => ({ from, to: addDays(from, days) })),
  { maxLength: 4 },
);
const units = fc.constantFrom<DayUnit>("calendar", "working");
const lengths = fc.integer({ min: 1, max: 120 });

describe("for all moments, lengths and sets of pauses", () => {
  it("without a pause it equals the number of calendar days", () => {
    fc.assert(
      fc.property(instants, lengths, (since, days) => {
        expect(end(since, days)).toBe(addDays(since, days));
        if (isWorkingDate(dateOf(since)))
          expect(end(since, days, "working")).toBe(addWorkingDays(since, days));
      }),
    );
  });

  it("a pause never makes it earlier, and it never ends within a pause", () => {
    fc.assert(
      fc.property(instants, lengths, units, pauses, (since, days, unit, stops) => {
        const due = end(since, days, unit, stops);

        expect(due >= end(since, days, unit)).toBe(true);
        expect(stops.some(({ from, to }) => from < due && due < to && from > since)).toBe(false);
      }),
    );
  });

  it("exactly the requested time has run at its end", () => {
    fc.assert(
      fc.property(instants, lengths, units, pauses, (since, days, unit, stops) => {
        const ran = runningDays(since, end(since, days, unit, stops), unit, stops);

        expect(ran).toBeCloseTo(days, 6);
      }),
    );
  });

  it("more days end later", () => {
    fc.assert(
      fc.property(instants, lengths, units, pauses, (since, days, unit, stops) => {
        expect(end(since, days + 1, unit, stops) > end(since, days, unit, stops)).toBe(true);
      }),
    );
  });
});
