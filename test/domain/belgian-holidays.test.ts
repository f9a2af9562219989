import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { BELGIAN_HOLIDAYS } from "../../functions/domain/belgian-holidays.ts";
import { addWorkingDays, isWorkingDate, onWorkingDay } from "../../functions/domain/calendar.ts";
import { HOLIDAYS_FILE, renderHolidays } from "./holidays.ts";

it("the table of Belgian holidays equals that of the library", () => {
  expect(readFileSync(HOLIDAYS_FILE, "utf8"), "run `npm run generate`").toBe(renderHolidays());
});

it("every year of the table has the ten public holidays as days without work", () => {
  for (const [year, days] of Object.entries(BELGIAN_HOLIDAYS)) {
    const dates = days.split(" ").map((day) => `${year}-${day}`);

    expect(dates).toHaveLength(10);
    expect(dates.filter(isWorkingDate)).toEqual([]);
  }
});

it("the days off of the civil service are no working days, and a usual deadline moves to one", () => {
  for (const day of ["2029-07-11", "2026-11-02", "2027-11-15", "2028-12-26", "2029-12-31"])
    expect(isWorkingDate(day), day).toBe(false);
  expect(onWorkingDay("2026-12-24T09:00:00.000Z")).toBe("2026-12-24T09:00:00.000Z");
  expect(onWorkingDay("2026-12-25T09:00:00.000Z")).toBe("2027-01-04T09:00:00.000Z");
});

it("the table covers every possible term and deadline", () => {
  expect(Math.max(...Object.keys(BELGIAN_HOLIDAYS).map(Number))).toBeGreaterThan(
    new Date().getFullYear() + 50,
  );
});

it("working days of a year outside the table are refused, not guessed", () => {
  expect(() => isWorkingDate("2126-01-02")).toThrow("HOLIDAYS_UNKNOWN year=2126");
  expect(() => addWorkingDays("2125-12-30T09:00:00.000Z", 10)).toThrow("HOLIDAYS_UNKNOWN year=2126");
});
