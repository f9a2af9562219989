import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { addDays, addMinutes } from "../../functions/domain/calendar.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { createFollowUp } from "../../functions/follow-up/create-follow-up.ts";
import { assessIntake } from "../../functions/intake/assess-intake.ts";
import { submitIntake } from "../../functions/intake/submit-intake.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aDecision } from "../builders/task.ts";
import { TEAM } from "../builders/people.ts";
import { WORKFLOW_VERSION } from "../../statemachine/contract.ts";
import { backendForEachTest } from "../application/backend.ts";

const TASK = "SubmitIntake-1-1";

const test = backendForEachTest();
let number = 0;

const create = (differences: Parameters<typeof aDossier>[0] = {}) => {
  number += 1;
  const id = `01HS${String(number).padStart(22, "0")}`;
  const reference = `LED-2026-${String(number).padStart(5, "0")}`;
  return test.backend.dossiers.create(aDossier({ id, reference, ...differences }));
};
const withTask = async (differences: Parameters<typeof aDossier>[0] = {}): Promise<Dossier> => {
  const dossier = await create(differences);
  test.workflow.executions.set(`${dossier.id}-1`, "running");
  test.workflow.waiting.add(`token-${dossier.id}`);
  await test.acts.openTask(submitIntake, dossier, { taskToken: `token-${dossier.id}` });
  return dossier;
};
const find = ({ id }: Dossier) => test.whole(id);

it("two concurrent sweeps have the same result as one", async () => {
  const unstarted = await create({ request: { start: { resumeFrom: "CONTACT" } }, clocks: { start: NOW } });
  const unreminded = await withTask();
  const undelivered = await withTask();
  const task = await test.acts.tasks.find(undelivered.id, TASK);
  if (task) await test.acts.tasks.recordDecision(task, aDecision({ at: NOW }), undelivered, []);
  const withdrawn = await withTask();
  test.workflow.isDown = true;
  await test.acts.withdraw(withdrawn.id, TEAM, "Niet meer nodig");
  test.workflow.isDown = false;
  const old = await withTask();
  await test.acts.moveToCurrentVersion(old.id, TEAM);
  test.time.now = addDays(NOW, 7);
  const failures: string[] = [];
  const sweep = () => createFollowUp(test.acts, (_due, error) => failures.push(String(error)))(() => true);

  await Promise.all([sweep(), sweep(), sweep()]);
  await sweep();

  expect(failures).toEqual([]);
  expect((await find(unstarted)).dossier).toMatchObject({
    run: 1,
    workflowVersion: WORKFLOW_VERSION.onboarding,
  });
  expect(test.workflow.executions.get(`${unstarted.id}-2`)).toBeUndefined();
  expect((await find(unreminded)).tasks).toMatchObject([{ reminders: 1 }]);
  expect((await find(undelivered)).dossier.status).toBe("ONBOARDING");
  expect(test.workflow.failures.filter((error) => error === "Withdrawn")).toHaveLength(1);
  expect(test.workflow.failures.filter((error) => error === "ContinueAsNew")).toHaveLength(1);
});

describe("mails of concurrent sweeps", () => {
  /** Mails that SES received since, by recipient and subject. */
  const received = () => test.mailer.sent.map(({ to, subject }) => `${to[0]?.email} ${subject}`).sort();

  it.each([2, 4])("%i sweeps send each of ten reminders once", async (sweeps) => {
    for (let made = 0; made < 10; made++) await withTask();
    test.time.now = addDays(NOW, 7);
    test.mailer.sent.length = 0;
    test.mailer.onTheWay = () => pause(5);
    const failures: string[] = [];
    const sweep = () => createFollowUp(test.acts, (_due, error) => failures.push(String(error)))(() => true);

    await Promise.all(Array.from({ length: sweeps }, sweep));

    expect(test.mailer.sent.filter(({ tags }) => tags["template"] === "reminder-SubmitIntake")).toHaveLength(
      10,
    );
    expect(new Set(received()).size).toBe(test.mailer.sent.length);
    expect(failures).toEqual([]);
  });

  it("three sweeps send the digest of the morning once to each mailbox", async () => {
    await test.acts.openTask(assessIntake, await create(), { taskToken: "token-digest" });
    const sweep = () => createFollowUp(test.acts, () => undefined)(() => true);
    await sweep();
    test.time.now = addDays(NOW, 1);
    test.mailer.sent.length = 0;
    test.mailer.onTheWay = () => pause(5);

    await Promise.all([sweep(), sweep(), sweep()]);

    const digests = test.mailer.sent.filter(({ tags }) => tags["template"] === "digest");
    expect(digests.map(({ to }) => to[0]?.email)).toEqual(["led@team.example"]);
  });

  it("a sweep that meets a mail being sent leaves it to the next one, and reports no failure", async () => {
    const dossier = await withTask();
    test.time.now = addDays(NOW, 7);
    const claim = {
      key: `reminder/${TASK}/1`,
      template: "x",
      to: [],
      subject: "x",
      status: "sending" as const,
    };
    const claimedUntil = addMinutes(test.time.now, 2);
    await test.acts.mails.claim(dossier.id, { ...claim, at: test.time.now, claimedBy: "dead", claimedUntil });
    test.mailer.sent.length = 0;
    const failures: string[] = [];
    const sweep = () => createFollowUp(test.acts, (_due, error) => failures.push(String(error)))(() => true);

    await sweep();
    expect(test.mailer.sent).toEqual([]);
    test.time.now = addMinutes(test.time.now, 5);
    await sweep();

    expect(test.mailer.sent).toHaveLength(1);
    expect(failures).toEqual([]);
  });
});
