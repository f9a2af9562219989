import { beforeEach, describe, expect, it } from "vitest";
import { answerEnquiry, createAnswerEnquiryAct } from "../../functions/contact/answer-enquiry.ts";
import { createOpenDossierByTeam } from "../../functions/contact/open-dossier-by-team.ts";
import type { HumanTask } from "../../functions/domain/human-task.ts";
import { openFileTable } from "../adapters/database.ts";
import { aContact } from "../builders/contact.ts";
import { aDecision } from "../builders/task.ts";
import { TEAM } from "../builders/people.ts";
import { backendForEachTest } from "../application/backend.ts";

const ID = "AnswerEnquiry-1-1";

const test = backendForEachTest(await openFileTable());
let dossierId: string;

beforeEach(async () => {
  const enquiry = aContact({ kind: "enquiry", message: "Kan de LED ons helpen?" });
  const result = await createOpenDossierByTeam(test.acts)(enquiry, TEAM);
  if (result.status !== "opened") throw new Error(result.status);
  dossierId = result.dossierId;
  test.mailer.sent.length = 0;
});

const find = async () => test.backend.dossiers.find(dossierId);
const decide = async (outcome: string, fields: Record<string, unknown>): Promise<HumanTask> => {
  const task = await test.backend.tasks.find(dossierId, ID);
  const dossier = await find();
  if (!task || !dossier) throw new Error("no enquiry");
  return test.backend.tasks.recordDecision(task, aDecision({ outcome, fields, by: TEAM }), dossier, []);
};
const act = (task: HumanTask) => createAnswerEnquiryAct(test.acts)(task);

describe("answering an enquiry", () => {
  it("is a side task of the LED team", () => {
    expect(answerEnquiry).toMatchObject({ workflow: false, audience: "led-team", stage: "CONTACT" });
  });

  it("mails the answer to the enquirer and closes the dossier; idempotent", async () => {
    const task = await decide("answered", { answer: "Ja.\nNeem gerust contact op." });

    await act(task);
    await act(task);

    expect(test.mailer.sent).toMatchObject([{ to: [{ email: "an@voorbeeldegem.example" }] }]);
    expect(test.mailer.sent[0]?.text).toContain("> Ja.\n> Neem gerust contact op.");
    expect(await find()).toMatchObject({ status: "CLOSED", closed: { outcome: "answered", by: TEAM } });
  });

  it("does not close before the answer is mailed", async () => {
    const task = await decide("answered", { answer: "Ja." });
    test.mailer.isDown = true;

    await expect(act(task)).rejects.toThrow("MAIL_UNAVAILABLE");

    expect(await find()).toMatchObject({ status: "ENQUIRY" });
  });

  it("or turns it into an onboarding; idempotent", async () => {
    const task = await decide("start-onboarding", {});

    await act(task);
    await act(task);

    expect(await find()).toMatchObject({ status: "ONBOARDING", stage: "CONTACT", run: 1, clocks: {} });
    expect(await find()).not.toHaveProperty("question");
    expect([...test.workflow.executions]).toEqual([[`${dossierId}-1`, "running"]]);
    const notes = (await test.backend.dossiers.findWhole(dossierId))?.notes;
    expect(notes?.[0]?.text).toContain("Kan de LED ons helpen?");
  });

  it("repeats a failed launch", async () => {
    const task = await decide("start-onboarding", {});
    test.workflow.isDown = true;
    await expect(act(task)).rejects.toThrow("WORKFLOW_UNAVAILABLE");
    test.workflow.isDown = false;

    await act(task);

    expect(await find()).toMatchObject({ run: 1, clocks: {} });
    expect(test.workflow.executions.get(`${dossierId}-1`)).toBe("running");
  });
});
