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

// A table of its own for each test: a sweep acts on everything in it.

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

describe("what is due of a dossier", () => {
  it("an execution that was written and not started is started, in every shard", async () => {
    const dossiers = [];
    for (let count = 0; count < DUE_SHARDS * 4; count++) dossiers.push(await unstarted());

    expect(await sweep()).toEqual({ seen: dossiers.length, failed: 0, isComplete: true });

    for (const { id } of dossiers) expect(test.workflow.executions.get(`${id}-1`)).toBe("running");
    expect(await sweep()).toMatchObject({ seen: 0 });
  });

  it("a parked dossier is not started", async () => {
    const parked = { at: NOW, error: "FAILED", cause: "" };
    const dossier = await unstarted();
    await test.backend.dossiers.save(
      inStatus(dossier, { status: "PARKED", returnsTo: "ONBOARDING", parked }),
    );

    await sweep();

    expect(test.workflow.executions.size).toBe(0);
    expect(await find(dossier.id)).toMatchObject({ status: "PARKED", clocks: {} });
  });

  it("a withdrawal is told to the workflow again until the dossier is closed", async () => {
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

  it("a question that could not be asked is asked", async () => {
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

  it("a clock that a closed dossier still has is cleared, and acts no more", async () => {
    const dossier = await unstarted();
    const closed = { at: NOW, outcome: "closed", reason: "", by: TEAM } as const;
    await test.backend.dossiers.save(inStatus(dossier, { status: "CLOSED", closed }));

    await sweep();

    expect(test.workflow.executions.size).toBe(0);
    expect(await find(dossier.id)).toMatchObject({ status: "CLOSED", clocks: {} });
  });
});

describe("what is due of a task", () => {
  it("a reminder goes out once, and the next is set", async () => {
    const dossier = await create();
    await openIntake(dossier);
    test.time.now = addDays(NOW, 7);

    await sweep();
    await sweep();

    expect(test.mailer.sent.map(({ subject }) => subject)).toEqual([
      `[${dossier.reference}] Herinnering: vul de intake in`,
    ]);
    expect(await findTask(dossier.id)).toMatchObject({
      reminders: 1,
      clocks: { reminder: addDays(NOW, 21) },
    });
  });

  it("after weeks without a sweep one reminder goes out, not three", async () => {
    const dossier = await create();
    await openIntake(dossier);
    test.time.now = addDays(NOW, 60);

    await sweep();

    expect(test.mailer.sent).toHaveLength(1);
    expect(await findTask(dossier.id)).toMatchObject({ reminders: 3, clocks: {} });
  });

  it("nobody is reminded while the dossier is being withdrawn", async () => {
    const dossier = await create();
    await openIntake(dossier);
    const closing = { by: TEAM, reason: "Niet meer nodig", at: NOW };
    await test.backend.dossiers.save(inStatus(dossier, { status: "ONBOARDING", request: { closing } }));
    test.time.now = addDays(NOW, 7);

    expect(await sweep()).toMatchObject({ failed: 0 });

    expect(test.mailer.sent).toEqual([]);
  });

  it("an open task of a closed dossier is closed", async () => {
    const dossier = await create();
    await openIntake(dossier);
    const closed = { at: NOW, outcome: "closed", reason: "", by: TEAM } as const;
    await test.backend.dossiers.save(inStatus(dossier, { status: "CLOSED", closed }));
    test.time.now = addDays(NOW, 7);

    await sweep();

    expect(test.mailer.sent).toEqual([]);
    expect(await findTask(dossier.id)).toMatchObject({ status: "closed", clocks: {} });
  });

  it("a decision that was not delivered is delivered", async () => {
    const dossier = await create();
    await openIntake(dossier);
    await decide(dossier);
    test.time.now = addMinutes(NOW, 2);

    await sweep();

    expect(test.workflow.answers).toEqual([{ task: TASK, outcome: "submitted" }]);
    expect(await findTask(dossier.id)).toMatchObject({
      deliveries: 1,
      clocks: { undelivered: addMinutes(NOW, 12) },
    });
  });

  it("the act of a side task is repeated until it succeeds", async () => {
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
  it("one dossier's failure does not stop the others, and is told once", async () => {
    const broken = await unstarted();
    test.workflow.refused.add(broken.id);
    const fine = [await unstarted(), await unstarted(), await unstarted()];

    expect(await sweep()).toEqual({ seen: 4, failed: 1, isComplete: true });

    expect(failures).toEqual([`${broken.id} GiveUp: WORKFLOW_REFUSED key=${broken.id}`]);
    for (const { id } of fine) expect(test.workflow.executions.get(`${id}-1`)).toBe("running");
  });

  it("stops in time, and the next one goes on", async () => {
    for (let count = 0; count < 3; count++) await unstarted();
    let left = 2;

    expect(await sweep(() => left-- > 0)).toEqual({ seen: 2, failed: 0, isComplete: false });
    expect(await sweep()).toEqual({ seen: 1, failed: 0, isComplete: true });
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
