import { describe, expect, it } from "vitest";
import {
  addDays,
  addWorkingDays,
  dateOf,
  daysBetween,
  showDate,
  showMoment,
} from "../../functions/domain/calendar.ts";
import { dueAt, dueClocks, withClock, withoutClock, type TaskClock } from "../../functions/domain/clocks.ts";

describe("calendar", () => {
  it("working days skip the weekend", () => {
    // Friday 20 November 2026 + 1 is Monday the 23rd.
    expect(dateOf(addWorkingDays("2026-11-20T09:00:00.000Z", 1))).toBe("2026-11-23");
  });

  it("working days skip Belgian public holidays", () => {
    // Friday 25 December 2026 is Christmas, and the civil service has days off until the end of the year.
    expect(dateOf(addWorkingDays("2026-12-24T09:00:00.000Z", 1))).toBe("2027-01-04");
    // Easter Monday 2027 is 29 March, and 21 July a Wednesday.
    expect(dateOf(addWorkingDays("2027-03-26T09:00:00.000Z", 1))).toBe("2027-03-30");
    expect(dateOf(addWorkingDays("2027-07-20T09:00:00.000Z", 1))).toBe("2027-07-22");
  });

  it("a day later is the same time of day, also when the clock changes", () => {
    // Summer time ends on 25 October 2026: 10:00 in Brussels is 08:00Z before and 09:00Z after.
    expect(addDays("2026-10-24T08:00:00.000Z", 1)).toBe("2026-10-25T09:00:00.000Z");
  });

  it("the date is the one in Brussels", () => {
    expect(dateOf("2026-12-31T23:30:00.000Z")).toBe("2027-01-01");
  });

  it("dates are shown in Dutch", () => {
    expect(showDate("2026-11-23")).toBe("23 november 2026");
    expect(showMoment("2026-11-23T13:05:00.000Z")).toBe("23 november 2026 om 14:05");
    expect(daysBetween("2026-11-23T09:00:00.000Z", "2026-12-01T08:00:00.000Z")).toBe(7);
  });
});

describe("clocks", () => {
  it("the first clock is the due time", () => {
    const clocks = withClock<TaskClock>(
      { reminder: "2026-12-01T00:00:00.000Z" },
      "expires",
      "2026-11-01T00:00:00.000Z",
    );

    expect(dueAt(clocks)).toBe("2026-11-01T00:00:00.000Z");
    expect(dueClocks(clocks, "2026-11-15T00:00:00.000Z")).toEqual(["expires"]);
    expect(dueAt(withoutClock(clocks, "expires", "reminder"))).toBeUndefined();
  });
});
