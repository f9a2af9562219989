import { expect, test } from "vitest";
import { readTimestamp, writeTimestamp } from "../values/timestamps.ts";

test.each([
  ["2016-03-14T01:59:00Z", Date.UTC(2016, 2, 14, 1, 59)],
  ["2016-03-14T01:59:00.123456789Z", Date.UTC(2016, 2, 14, 1, 59, 0, 123)],
  ["2016-03-14T02:59:00+01:00", Date.UTC(2016, 2, 14, 1, 59)],
  ["2016-02-30T01:59:00Z", undefined],
  ["2016-03-14T24:00:00Z", undefined],
  ["2016-03-14T01:59:00", undefined],
  ["2016-03-14", undefined],
])("%s is read as %s", (text, time) => {
  expect(readTimestamp(text)).toBe(time);
});

test("a whole second is written without a fraction, as the service does", () => {
  expect(writeTimestamp(0)).toBe("1970-01-01T00:00:00Z");
  expect(writeTimestamp(120)).toBe("1970-01-01T00:00:00.120Z");
});
