import { beforeEach, describe, expect, it } from "vitest";
import { addMinutes } from "../../functions/domain/calendar.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import { RetryLater } from "../../functions/domain/errors.ts";
import { createFollowUp } from "../../functions/follow-up/create-follow-up.ts";
import { submitIntake } from "../../functions/intake/submit-intake.ts";
import { aDossier, NOW } from "../builders/dossier.ts";
import { aDecision } from "../builders/task.ts";
import type { Actor } from "../../functions/domain/people.ts";
import { APPLICANT, SECOND, TEAM } from "../builders/people.ts";
import { backendForEachTest } from "../application/backend.ts";

const TASK = "SubmitIntake-1-1";

const test = backendForEachTest();
let dossier: Dossier;

beforeEach(async () => {
  dossier = await test.backend.dossiers.create(aDossier());
  test.workflow.executions.set(`${dossier.id}-1`, "running");
  test.workflow.waiting.add("token-1");
  await test.acts.openTask(submitIntake, dossier, { taskToken: "token-1" });
  test.mailer.sent.length = 0;
});

const withdraw = () => test.acts.withdraw(dossier.id, APPLICANT, "We doen het niet");
const find = () => test.backend.dossiers.find(dossier.id);
const sweepAfter = async (minutes: number) => {
  test.time.now = addMinutes(test.time.now, minutes);
  const failures: string[] = [];
  await createFollowUp(test.acts, (_due, error) => failures.push(String(error)))(() => true);
  expect(failures).toEqual([]);
};

describe("a withdrawal", () => {
  it("delivers an earlier decision to the workflow first, and then closes", async () => {
    const task = await test.backend.tasks.find(dossier.id, TASK);
    if (!task) throw new Error("no task");
    await test.backend.tasks.recordDecision(task, aDecision({ at: NOW }), dossier, []);
    await withdraw();

    await sweepAfter(11);

    expect(test.workflow.answers).toEqual([{ task: TASK, outcome: "submitted" }]);
  });

  it("of a parked dossier closes it, even while its execution still waits", async () => {
    await test.acts.park({ dossierId: dossier.id, run: 1, error: "DECISION_NOT_TAKEN_UP", cause: "" });

    await withdraw();

    expect(await find()).toMatchObject({ status: "CLOSED", closed: { outcome: "withdrawn" } });
  });
});

describe("the mail about a closing", () => {
  const closedMail = async (by: Actor) => {
    await test.backend.dossiers.save({ ...dossier, people: { ...dossier.people, secondContact: SECOND } });
    test.workflow.executions.clear();
    await test.acts.withdraw(dossier.id, by, "Meld je aan op https://elders.example/inloggen");
    return test.mailer.sent.find(({ to }) => to[0]?.email === dossier.people.contact.email)?.text;
  };

  it.each([
    ["the contact itself", APPLICANT],
    ["the LED team", TEAM],
  ])("quotes to the contact the reason of %s", async (_who, by) => {
    expect(await closedMail(by)).toContain("> Meld je aan");
  });

  it("quotes to the contact no text of the second contact, who may have named a stranger as contact", async () => {
    const mail = await closedMail({ role: "applicant", id: SECOND.id, name: SECOND.name });

    expect(mail).toContain(SECOND.name);
    expect(mail).not.toContain("elders.example");
    expect((await test.whole(dossier.id)).dossier).toMatchObject({
      closed: { reason: "Meld je aan op https://elders.example/inloggen" },
    });
  });
});

describe("closing", () => {
  it("is completed by follow-up after an interruption: both parties get one mail", async () => {
    test.workflow.executions.clear();
    test.mailer.isDown = true;
    await withdraw();
    expect(await find()).toMatchObject({ status: "CLOSED" });
    test.mailer.isDown = false;

    await sweepAfter(11);
    await sweepAfter(11);

    expect(test.mailer.sent.map(({ to }) => to[0]?.email)).toEqual([
      "led@team.example",
      "an@voorbeeldegem.example",
    ]);
    expect(await find()).toMatchObject({ clocks: {} });
    expect(await test.backend.tasks.find(dossier.id, TASK)).toMatchObject({ status: "closed" });
  });

  it("is completed by the workflow when it runs again, and leaves nothing for follow-up", async () => {
    test.workflow.executions.clear();
    test.mailer.isDown = true;
    await expect(
      test.acts.closeDossier(dossier.id, { outcome: "closed", reason: "Dubbel", by: APPLICANT }),
    ).rejects.toThrow(RetryLater);
    test.mailer.isDown = false;

    await test.acts.closeDossier(dossier.id, { outcome: "closed", reason: "Dubbel", by: APPLICANT });

    expect(test.mailer.sent).toHaveLength(2);
    expect(await find()).toMatchObject({ clocks: {} });
  });
});
