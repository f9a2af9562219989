import { beforeEach, describe, expect, it } from "vitest";
import { createOpenDossierByTeam } from "../../functions/contact/open-dossier-by-team.ts";
import { DUE_SHARDS } from "../../functions/adapters/dynamodb/keys.ts";
import { addDays, addMinutes } from "../../functions/domain/calendar.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { createFollowUp } from "../../functions/follow-up/create-follow-up.ts";
import type { Swept } from "../../functions/follow-up/sweep.ts";
import { submitIntake } from "../../functions/intake/submit-intake.ts";
import { aContact } from "../builders/contact.ts";
import { aDossier, NOW, inStatus } from "../builders/dossier.ts";
import { aDecision } from "../builders/task.ts";
import { TEAM } from "../builders/people.ts";
import { backendForEachTest } from "../application/backend.ts";

const TASK = "SubmitIntake-1-1";

const test = backendForEachTest();
let failures: string[];
let number = 0;

// A separate table for each test, because a sweep acts on everything in it.

beforeEach(async () => {
  failures = [];
});

const sweep = (hasTime = () => true): Promise<Swept> =>
  createFollowUp(test.acts, (due, error) => failures.push(`${due.dossierId} ${String(error)}`))(hasTime);
const create = (differences: Parameters<typeof aDossier>[0] = {}) => {
  number += 1;
  return test.backend.dossiers.create(
    aDossier({
      id: `01HF${String(number).padStart(22, "0")}`,
      reference: `LED-2026-${String(number).padStart(5, "0")}`,
      ...differences,
    }),
  );
};
const unstarted = () => create({ request: { start: { resumeFrom: "CONTACT" } }, clocks: { start: NOW } });
const find = (id: string) => test.backend.dossiers.find(id);
const findTask = (id: string, task = TASK) => test.backend.tasks.find(id, task);
const openIntake = async (dossier: Dossier) => {
  test.workflow.executions.set(`${dossier.id}-1`, "running");
  test.workflow.waiting.add(`token-${dossier.id}`);
  await test.acts.openTask(submitIntake, dossier, { taskToken: `token-${dossier.id}` });
  test.mailer.sent.length = 0;
};
const decide = async (dossier: Dossier) => {
  const task = await findTask(dossier.id);
  if (!task) throw new Error("no task");
  await test.backend.tasks.recordDecision(task, aDecision({ at: test.time.now }), dossier, []);
};

describe("the due clocks of a dossier", () => {
  it("start an execution that was stored and not started, in every shard", async () => {
    const dossiers = [];
    for (let count = 0; count < DUE_SHARDS * 4; count++) dossiers.push(await unstarted());

    expect(await sweep()).toMatchObject({ seen: dossiers.length, failed: 0, isComplete: true });

    for (const { id } of dossiers) expect(test.workflow.executions.get(`${id}-1`)).toBe("running");
    expect(await sweep()).toMatchObject({ seen: 0 });
  });

  it("do not start a parked dossier", async () => {
    const parked = { at: NOW, error: "FAILED", cause: "" };
    const dossier = await unstarted();
    await test.backend.dossiers.save(
      inStatus(dossier, { status: "PARKED", returnsTo: "ONBOARDING", parked }),
    );

    await sweep();

    expect(test.workflow.executions.size).toBe(0);
    expect(await find(dossier.id)).toMatchObject({ status: "PARKED", clocks: {} });
  });

  it("report a withdrawal to the workflow until the dossier is closed", async () => {
    const dossier = await create();
    await openIntake(dossier);
    test.workflow.isDown = true;
    await test.acts.withdraw(dossier.id, TEAM, "Niet meer nodig");
    test.workflow.isDown = false;

    await sweep();

    expect(test.workflow.failures).toEqual(["Withdrawn"]);
    expect(await find(dossier.id)).toMatchObject({ clocks: { closing: addMinutes(NOW, 10) } });

    test.workflow.executions.set(`${dossier.id}-1`, "ended");
    test.time.now = addMinutes(NOW, 10);
    await sweep();

    expect(await find(dossier.id)).toMatchObject({
      status: "CLOSED",
      clocks: {},
      closed: { outcome: "withdrawn" },
    });
  });

  it("ask a question that could not be asked", async () => {
    test.mailer.isDown = true;
    const result = await createOpenDossierByTeam(test.acts)(
      aContact({ kind: "enquiry", message: "Kan de LED ons helpen?" }),
      TEAM,
    );
    if (result.status !== "opened") throw new Error(result.status);
    test.mailer.isDown = false;

    await sweep();

    expect(test.mailer.sent).toMatchObject([{ replyTo: "an@voorbeeldegem.example" }]);
    expect(await find(result.dossierId)).toMatchObject({ status: "ENQUIRY", clocks: {} });
  });

  it("are cleared for a closed dossier, without acting", async () => {
    const dossier = await unstarted();
    const closed = { at: NOW, outcome: "closed", reason: "", by: TEAM } as const;
    await test.backend.dossiers.save(inStatus(dossier, { status: "CLOSED", closed }));

    await sweep();

    expect(test.workflow.executions.size).toBe(0);
    expect(await find(dossier.id)).toMatchObject({ status: "CLOSED", clocks: {} });
  });
});

describe("the due clocks of a task", () => {
  it("send a reminder once, and set the next", async () => {
    const dossier = await create();
    await openIntake(dossier);
    test.time.now = addDays(NOW, 7);

    await sweep();
    await sweep();

    expect(test.mailer.sent.map(({ subject }) => subject)).toEqual([
      `[${dossier.reference}] Herinnering (1 van 3): vul de intake in`,
    ]);
    expect(await findTask(dossier.id)).toMatchObject({
      reminders: 1,
      clocks: { reminder: addDays(NOW, 21) },
    });
  });

  it("send one reminder, not three, after weeks without a sweep", async () => {
    const dossier = await create();
    await openIntake(dossier);
    test.time.now = addDays(NOW, 60);

    await sweep();

    expect(test.mailer.sent).toHaveLength(1);
    expect(await findTask(dossier.id)).toMatchObject({ reminders: 3, clocks: {} });
  });

  it("send no reminders while the dossier is being withdrawn", async () => {
    const dossier = await create();
    await openIntake(dossier);
    const closing = { by: TEAM, reason: "Niet meer nodig", at: NOW };
    await test.backend.dossiers.save(inStatus(dossier, { status: "ONBOARDING", request: { closing } }));
    test.time.now = addDays(NOW, 7);

    expect(await sweep()).toMatchObject({ failed: 0 });

    expect(test.mailer.sent).toEqual([]);
  });

  it("close an open task of a closed dossier", async () => {
    const dossier = await create();
    await openIntake(dossier);
    const closed = { at: NOW, outcome: "closed", reason: "", by: TEAM } as const;
    await test.backend.dossiers.save(inStatus(dossier, { status: "CLOSED", closed }));
    test.time.now = addDays(NOW, 7);

    await sweep();

    expect(test.mailer.sent).toEqual([]);
    expect(await findTask(dossier.id)).toMatchObject({ status: "closed", clocks: {} });
  });

  it("deliver an undelivered decision", async () => {
    const dossier = await create();
    await openIntake(dossier);
    await decide(dossier);
    test.time.now = addMinutes(NOW, 2);

    expect(await sweep()).toMatchObject({ oldestUndelivered: 2 });

    expect(test.workflow.answers).toEqual([{ task: TASK, outcome: "submitted" }]);
    expect(await findTask(dossier.id)).toMatchObject({
      deliveries: 1,
      clocks: { undelivered: addMinutes(NOW, 12) },
    });
  });

  it("repeat the act of a side task until it succeeds", async () => {
    const enquiry = aContact({ kind: "enquiry", message: "Kan de LED ons helpen?" });
    const result = await createOpenDossierByTeam(test.acts)(enquiry, TEAM);
    if (result.status !== "opened") throw new Error(result.status);
    const [dossier, task] = [
      await find(result.dossierId),
      await findTask(result.dossierId, "AnswerEnquiry-1-1"),
    ];
    if (!dossier || !task) throw new Error("no enquiry");
    const answer = aDecision({ outcome: "answered", fields: { answer: "Ja." }, by: TEAM });
    await test.backend.tasks.recordDecision(task, answer, dossier, []);
    test.time.now = addMinutes(NOW, 2);
    test.mailer.isDown = true;
    expect(await sweep()).toMatchObject({ failed: 1 });
    test.mailer.isDown = false;

    expect(await sweep()).toMatchObject({ failed: 0 });

    expect(await find(dossier.id)).toMatchObject({ status: "CLOSED", closed: { outcome: "answered" } });
    expect(await findTask(dossier.id, "AnswerEnquiry-1-1")).toMatchObject({
      consumedAt: test.time.now,
      clocks: {},
    });
  });
});

describe("a sweep", () => {
  it("continues after the failure of one dossier, and reports it once", async () => {
    const broken = await unstarted();
    test.workflow.refused.add(broken.id);
    const fine = [await unstarted(), await unstarted(), await unstarted()];

    expect(await sweep()).toMatchObject({ seen: 4, failed: 1, isComplete: true });

    expect(failures).toEqual([`${broken.id} GiveUp: WORKFLOW_REFUSED key=${broken.id}`]);
    for (const { id } of fine) expect(test.workflow.executions.get(`${id}-1`)).toBe("running");
  });

  it("stops in time, and the next one continues", async () => {
    for (let count = 0; count < 3; count++) await unstarted();
    let left = 2;

    expect(await sweep(() => left-- > 0)).toMatchObject({ seen: 2, failed: 0, isComplete: false });
    expect(await sweep()).toMatchObject({ seen: 1, failed: 0, isComplete: true });
  });

  it("goes through every page of a shard", async () => {
    const dossiers = [];
    for (let count = 0; count < 3; count++) dossiers.push(await unstarted());
    const pages = dossiers.map(({ id }, page) => ({
      items: [{ dossierId: id }],
      ...(page < 2 ? { next: String(page + 1) } : {}),
    }));
    const due = {
      list: async (shard: number, _now: string, next = "0") =>
        (shard === 5 ? pages[Number(next)] : undefined) ?? { items: [] },
    };

    expect(await createFollowUp({ ...test.acts, due }, () => undefined)(() => true)).toMatchObject({
      seen: 3,
    });
  });
});
