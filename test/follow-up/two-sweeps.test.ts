import { afterEach, beforeEach, expect, it } from "vitest";
import { addDays } from "../../functions/domain/calendar.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import type { Actor } from "../../functions/domain/people.ts";
import { createFollowUp } from "../../functions/follow-up/create-follow-up.ts";
import { submitIntake } from "../../functions/intake/submit-intake.ts";
import { openTestTable, type TestTable } from "../adapters/database.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aDecision } from "../builders/task.ts";
import { openTestBackend, type TestBackend } from "../workflow/backend.ts";

const TEAM: Actor = { role: "led-team", id: "staff-1", name: "Lies Team" };
const TASK = "SubmitIntake-1-1";

let opened: TestTable;
let test: TestBackend;
let number = 0;

beforeEach(async () => {
  opened = await openTestTable();
  test = openTestBackend(opened.table);
});
afterEach(() => opened.database.stop());

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
const find = async ({ id }: Dossier) => {
  const whole = await test.backend.dossiers.findWhole(id);
  if (!whole) throw new Error("no dossier");
  return whole;
};

it("two sweeps at the same moment leave what one would have left", async () => {
  const unstarted = await create({ start: { resumeFrom: "CONTACT" }, clocks: { start: NOW } });
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
  expect((await find(unstarted)).dossier).toMatchObject({ run: 1, workflowVersion: 1 });
  expect(test.workflow.executions.get(`${unstarted.id}-2`)).toBeUndefined();
  expect((await find(unreminded)).tasks).toMatchObject([{ reminders: 1 }]);
  expect((await find(undelivered)).dossier.status).toBe("ONBOARDING");
  expect(test.workflow.failures.filter((error) => error === "Withdrawn")).toHaveLength(1);
  expect(test.workflow.failures.filter((error) => error === "ContinueAsNew")).toHaveLength(1);
  // One record per mail, whoever sent it.
  const mails = (await find(unreminded)).mails.map(({ key }) => key);
  expect(new Set(mails).size).toBe(mails.length);
});
