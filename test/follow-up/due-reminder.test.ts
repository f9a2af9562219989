import { describe, expect, it } from "vitest";
import type { Pause } from "../../functions/domain/dossier.ts";
import type { ReminderSchedule } from "../../functions/domain/task-definition.ts";
import { dueReminder } from "../../functions/follow-up/due-reminder.ts";

const since = "2026-11-02T09:00:00.000Z";
const due = (reminders: number, now: string, schedule: ReminderSchedule = "consumer", pauses: Pause[] = []) =>
  dueReminder({ since, reminders, audience: "applicant" }, schedule, { pauses }, now);

describe("the reminder that is due", () => {
  it("is the first after 7 days, and the second comes after 21", () => {
    expect(due(0, "2026-11-09T09:00:00.000Z")).toEqual({ number: 1, next: "2026-11-23T09:00:00.000Z" });
  });

  it("is the last overdue one, after weeks without a sweep", () => {
    expect(due(0, "2026-11-25T09:00:00.000Z")).toEqual({ number: 2, next: "2026-12-17T09:00:00.000Z" });
    expect(due(0, "2027-02-01T09:00:00.000Z")).toEqual({ number: 3, next: undefined });
  });

  it("counts from three weeks before a date that both parties agreed on", () => {
    const task = { since, reminders: 0, audience: "applicant", plannedBy: "2027-02-15" } as const;
    const planned = { ...task, deadline: "2027-02-15T22:59:59.999Z" };

    expect(dueReminder(planned, "consumer", { pauses: [] }, "2026-12-20T09:00:00.000Z")).toEqual({
      number: 0,
      next: "2027-02-01T22:59:59.999Z",
    });
  });

  it("is never one that was already sent", () => {
    expect(due(2, "2026-11-10T09:00:00.000Z")).toEqual({ number: 2, next: "2026-12-17T09:00:00.000Z" });
  });

  it("counts working days for the LED", () => {
    const task = { since: "2026-11-03T09:00:00.000Z", reminders: 0, audience: "led-team" } as const;
    const dueOn = (now: string) => dueReminder(task, "led", { pauses: [] }, now);

    expect(dueOn("2026-11-10T08:59:00.000Z")).toEqual({ number: 0, next: "2026-11-10T09:00:00.000Z" });
    expect(dueOn("2026-11-10T09:00:00.000Z")).toEqual({ number: 1, next: undefined });
  });

  it("is postponed by the time of a hold", () => {
    const pauses = [{ from: "2026-11-05T09:00:00.000Z", to: "2026-11-15T09:00:00.000Z" }];

    expect(due(0, "2026-11-09T09:00:00.000Z", "consumer", pauses)).toEqual({
      number: 0,
      next: "2026-11-19T09:00:00.000Z",
    });
  });

  it("does not exist for a task without reminders; a task can have its own schedule", () => {
    expect(due(0, "2027-02-01T09:00:00.000Z", "none")).toEqual({ number: 0, next: undefined });
    expect(due(0, "2026-11-04T09:00:00.000Z", { days: [2, 4], unit: "calendar" })).toEqual({
      number: 1,
      next: "2026-11-06T09:00:00.000Z",
    });
  });
});
