import { describe, expect, it } from "vitest";
import { dueReminder } from "../../functions/follow-up/due-reminder.ts";

const openedAt = "2026-11-02T09:00:00.000Z";
const due = (reminders: number, now: string, schedule: "consumer" | "led" = "consumer") =>
  dueReminder({ openedAt, reminders }, schedule, now);

describe("the reminder that is due", () => {
  it("is the first after 7 days, and the second comes after 21", () => {
    expect(due(0, "2026-11-09T09:00:00.000Z")).toEqual({ number: 1, next: "2026-11-23T09:00:00.000Z" });
  });

  it("is the last that fell due, when no sweep came for weeks", () => {
    expect(due(0, "2026-11-25T09:00:00.000Z")).toEqual({ number: 2, next: "2026-12-17T09:00:00.000Z" });
    expect(due(0, "2027-02-01T09:00:00.000Z")).toEqual({ number: 3, next: undefined });
  });

  it("is none that was sent already", () => {
    expect(due(2, "2026-11-10T09:00:00.000Z")).toEqual({ number: 2, next: "2026-12-17T09:00:00.000Z" });
  });

  it("counts working days for the LED", () => {
    expect(due(0, "2026-11-09T08:59:00.000Z", "led")).toEqual({
      number: 0,
      next: "2026-11-09T09:00:00.000Z",
    });
    expect(due(0, "2026-11-09T09:00:00.000Z", "led")).toEqual({ number: 1, next: undefined });
  });
});
