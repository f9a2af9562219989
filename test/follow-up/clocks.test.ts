import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addDays, addMinutes } from "../../functions/domain/calendar.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { createFollowUp } from "../../functions/follow-up/create-follow-up.ts";
import { steadyClock } from "../../functions/follow-up/steady-clock.ts";
import { submitIntake } from "../../functions/intake/submit-intake.ts";
import { openTestTable, type TestTable } from "../adapters/database.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aDecision } from "../builders/task.ts";
import { openTestBackend, type TestBackend } from "../application/backend.ts";

const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;
const TASK = "SubmitIntake-1-1";

describe("a clock that jumps", () => {
  const timers = (time: { now: number; elapsed: number }) => ({
    now: () => time.now,
    elapsed: () => time.elapsed,
  });

  it("a year forwards or an hour backwards before a sweep: the sweep does nothing, and reports it", () => {
    const due = new Date(NOW).getTime();
    const at = (now: number) => () => steadyClock(NOW, timers({ now, elapsed: 0 }));

    expect(at(due + YEAR)).toThrow("CLOCK_IS_WRONG");
    expect(at(due - HOUR)).toThrow("CLOCK_IS_WRONG");
    expect(at(due + 5 * 60_000)).not.toThrow();
  });

  it("during a sweep: the sweep ends, and leaves the rest to the next", () => {
    const time = { now: new Date(NOW).getTime(), elapsed: 0 };
    const isSteady = steadyClock(NOW, timers(time));

    time.now += 60_000;
    time.elapsed += 60_000;
    expect(isSteady()).toBe(true);
    time.now += YEAR;
    expect(isSteady()).toBe(false);
    time.now -= YEAR + HOUR;
    expect(isSteady()).toBe(false);
  });
});

describe("two functions with different clocks", () => {
  let opened: TestTable;
  let ahead: TestBackend;
  let behind: TestBackend;
  beforeEach(async () => {
    opened = await openTestTable();
    [ahead, behind] = [openTestBackend(opened.table), openTestBackend(opened.table)];
  });
  afterEach(() => opened.database.stop());

  /** One dossier that has waited a week for an answer, and one with an undelivered decision. */
  async function given(test: TestBackend): Promise<Dossier[]> {
    const dossiers: Dossier[] = [];
    for (const number of [1, 2]) {
      const id = `01HS${String(number).padStart(22, "0")}`;
      const dossier = await test.backend.dossiers.create(
        aDossier({ id, reference: `LED-2026-0000${number}` }),
      );
      for (const { workflow } of [ahead, behind]) {
        workflow.executions.set(`${id}-1`, "running");
        workflow.waiting.add(`token-${id}`);
      }
      await test.acts.openTask(submitIntake, dossier, { taskToken: `token-${id}` });
      dossiers.push(dossier);
    }
    const [, decided] = dossiers;
    const task = decided && (await test.acts.tasks.find(decided.id, TASK));
    if (task) await test.acts.tasks.recordDecision(task, aDecision({ at: NOW }), decided, []);
    return dossiers;
  }

  it.each([1, 14, 60])(
    "by %i minutes: each mail is sent once, and each decision is delivered",
    async (minutes) => {
      const [waiting] = await given(ahead);
      const failures: string[] = [];
      const sweep = (test: TestBackend) =>
        createFollowUp(test.acts, (_, error) => failures.push(String(error)))(() => true);
      for (let day = 7; day <= 8; day++) {
        ahead.time.now = addMinutes(addDays(NOW, day), minutes);
        behind.time.now = addDays(NOW, day);
        await sweep(ahead);
        await sweep(behind);
        await sweep(ahead);
      }

      const mails = [...ahead.mailer.sent, ...behind.mailer.sent].map(({ subject }) => subject);
      const reminders = mails.filter((subject) => subject.includes("Herinnering"));
      expect(reminders).toEqual([expect.stringContaining(waiting?.reference ?? "-")]);
      expect([...ahead.workflow.answers, ...behind.workflow.answers].length).toBeGreaterThan(0);
      expect(failures).toEqual([]);
    },
  );
});
