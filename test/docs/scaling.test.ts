import { expect, it } from "vitest";
import { simulate } from "../../bench/scaling.ts";
import { Results } from "../../bench/report.ts";
import results from "../../bench/results.json" with { type: "json" };

const { straightPath } = Results.parse(results);
const day = (load: Partial<Parameters<typeof simulate>[0]>) =>
  simulate({ onboardings: 1000, sweepers: 1, mailsASecond: 14, ...load }, straightPath);

it("a load that a sweep keeps up with waits for the next sweep only", () => {
  expect(day({}).sweepWaits).toBeLessThanOrEqual(5);
});

it("mails beyond the rate of SES wait, and all leave after the working day", () => {
  const { mailWaits, mailDone } = day({ onboardings: 100_000, mailsASecond: 50 });

  // 2.6 million mails and more take over 14 hours at 50 a second.
  const hours = (straightPath.mails * 100_000) / 50 / 3600;
  expect(mailDone).toBeCloseTo((hours - 8) * 60, -1);
  expect(mailWaits).toBe(mailDone);
});

it("eight sweeps beside each other shorten the wait of one", () => {
  expect(day({ onboardings: 200_000, sweepers: 8 }).sweepWaits).toBeLessThan(
    day({ onboardings: 200_000 }).sweepWaits,
  );
});
