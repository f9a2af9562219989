import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { BELGIAN_HOLIDAYS } from "../../functions/domain/belgian-holidays.ts";
import { addWorkingDays, isWorkingDate } from "../../functions/domain/calendar.ts";
import { HOLIDAYS_FILE, renderHolidays } from "./holidays.ts";

it("the table of Belgian holidays is what the library says", () => {
  expect(readFileSync(HOLIDAYS_FILE, "utf8"), "run `npm run generate`").toBe(renderHolidays());
});

it("every year of the table has the ten public holidays, and nobody works on them", () => {
  for (const [year, days] of Object.entries(BELGIAN_HOLIDAYS)) {
    const dates = days.split(" ").map((day) => `${year}-${day}`);

    expect(dates).toHaveLength(10);
    expect(dates.filter(isWorkingDate)).toEqual([]);
  }
});

it("the table reaches so far that no term or deadline ends beyond it", () => {
  expect(Math.max(...Object.keys(BELGIAN_HOLIDAYS).map(Number))).toBeGreaterThan(
    new Date().getFullYear() + 50,
  );
});

it("working days of a year that the table does not have are refused, not guessed", () => {
  expect(() => isWorkingDate("2126-01-02")).toThrow("HOLIDAYS_UNKNOWN year=2126");
  expect(() => addWorkingDays("2125-12-30T09:00:00.000Z", 10)).toThrow("HOLIDAYS_UNKNOWN year=2126");
});
