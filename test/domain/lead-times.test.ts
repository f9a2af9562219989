import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../functions/domain/calendar.ts";
import { lateBy } from "../../functions/domain/lateness.ts";
import { leadTimesOf } from "../../functions/domain/lead-times.ts";
import type { HumanTask } from "../../functions/domain/human-task.ts";
import type { WholeDossier } from "../../functions/domain/ports.ts";
import { aDossier } from "../builders/dossier.ts";
import { aDecision, aTask } from "../builders/task.ts";
import { TEAM } from "../builders/people.ts";

/** Monday 2 November 2026, 10:00 in Brussels, is day 0. */
const day = (number: number) => addDays("2026-11-02T09:00:00.000Z", number);

const task = (from: number, to: number | undefined, differences: Partial<HumanTask> = {}): HumanTask =>
  aTask({
    openedAt: day(from),
    since: day(from),
    ...(to === undefined ? {} : { status: "decided", decision: aDecision({ at: day(to) }) }),
    ...differences,
  });
const ofTeam = { kind: "AssessIntake", audience: "led-team" } as const;
const whole = (tasks: HumanTask[], differences: Partial<WholeDossier> = {}): WholeDossier => ({
  dossier: aDossier(),
  documents: [],
  mails: [],
  changes: [],
  notes: [],
  accesses: [],
  drafts: [],
  unreadable: [],
  tasks,
  ...differences,
});

describe("lead times", () => {
  it("run for the side with an open task, by stage and in total", () => {
    const times = leadTimesOf(
      whole([
        task(0, 5),
        task(5, 7, ofTeam),
        task(7, 10, { round: 2 }),
        task(10, undefined, { kind: "PreAssessDpia", audience: "led-team", stage: "DPIA" }),
      ]),
      day(14),
    );

    expect(times.consumer).toMatchObject({ days: 8, byStage: [{ stage: "INTAKE", days: 8 }] });
    expect(times.led).toMatchObject({
      days: 6,
      byStage: [
        { stage: "INTAKE", days: 2 },
        { stage: "DPIA", days: 4 },
      ],
    });
  });

  it("count nothing for the LED while it cannot act yet, and count extensions for the consumer", () => {
    const later = { since: day(4) };
    const times = leadTimesOf(
      whole([task(0, undefined, { ...ofTeam, ...later }), task(0, undefined, later)]),
      day(6),
    );

    expect([times.led.days, times.consumer.days]).toEqual([2, 6]);
    expect(leadTimesOf(whole([task(0, undefined, { ...ofTeam, ...later })]), day(3)).led.days).toBe(0);
  });

  it("exclude holds, both as time and as lateness", () => {
    const pauses = [{ from: day(2), to: day(12) }];
    const late = task(0, undefined, { deadline: day(1) });

    expect(leadTimesOf(whole([late], { dossier: aDossier({ pauses }) }), day(14)).consumer).toMatchObject({
      days: 4,
      // The rest of the day after the deadline, and the days after the hold.
      daysLate: 3,
    });
    const hold = { by: TEAM, reason: "Fusie", since: day(2), until: day(20) };
    expect(leadTimesOf(whole([late], { dossier: aDossier({ hold }) }), day(14)).consumer.days).toBe(2);
  });

  it("count simultaneous tasks of a side once, and a publication does not lengthen the dossier", () => {
    const publication = { kind: "PublishByAuthority", audience: "led-team", stage: "PROTOCOL" } as const;
    const tasks = [
      task(0, 4, ofTeam),
      task(2, 6, { ...ofTeam, kind: "ProposePlanning" }),
      task(0, 40, { ...publication, deadline: day(30) }),
    ];

    const { led } = leadTimesOf(whole(tasks), day(50));

    expect(led.days).toBe(6);
    // It can still be late: from Thursday 3 to Saturday 12 December, in working days.
    expect(led.daysLate).toBe(7);
  });

  it("of a closed task run until its closing", () => {
    const closed = task(0, undefined, { status: "closed", closedAt: day(3) });

    expect(leadTimesOf(whole([closed]), day(9)).consumer.days).toBe(3);
  });

  it("never count time of the other side as late", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }), (first, second) => {
        const tasks = [task(0, first, { deadline: day(0) }), task(first, first + second, ofTeam)];
        const { consumer, led } = leadTimesOf(whole(tasks), day(first + second + 30));

        expect(led.daysLate).toBe(0);
        expect(consumer.daysLate).toBeLessThanOrEqual(first);
        expect(consumer.days + led.days).toBeCloseTo(first + second, 1);
      }),
    );
  });
});

describe("an open task", () => {
  it("is late in days of its side, and never during a hold", () => {
    const friday = { deadline: "2026-11-20T09:00:00.000Z" };
    const monday = "2026-11-23T09:00:00.000Z";
    const hold = { since: "2026-11-21T09:00:00.000Z", until: "2026-12-21T09:00:00.000Z" };

    expect(lateBy({ ...friday, audience: "applicant" }, { pauses: [] }, monday)).toBe(3);
    expect(lateBy({ ...friday, audience: "led-team" }, { pauses: [] }, monday)).toBe(1);
    expect(lateBy({ ...friday, audience: "led-team" }, { pauses: [], hold }, monday)).toBe(0);
    expect(lateBy({ audience: "led-team" }, { pauses: [] }, monday)).toBe(0);
  });
});
