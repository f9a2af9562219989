import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Record } from "../journey/record.ts";
import { dpiaRequired, usualDecision } from "../journey/answers.ts";
import { Browser } from "../journey/browser.ts";
import { pdf } from "../journey/files.ts";
import { Journey } from "../journey/journey.ts";
import type { Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

const REASON = "Dit past niet bij de opdracht van de organisatie.";
let scene: Scene;
let record: Record;
let journey: Journey;

beforeAll(async () => {
  scene = await openScene();
  record = new Record(scene.cloud);
});
afterAll(() => scene.cloud.stop());
beforeEach(() => {
  journey = new Journey(scene);
});

/** The dossier is closed with this outcome, both parties get the reason, and the execution succeeded. */
async function expectClosed(outcome: string): Promise<void> {
  await scene.cloud.settled();
  const dossier = await record.dossier(journey.reference);
  expect({
    status: dossier.status,
    outcome: dossier.closed?.outcome,
    clocks: Object.keys(dossier.clocks).sort(),
  }).toEqual({
    status: "CLOSED",
    outcome,
    clocks: ["retention", "retentionNotice"],
  });
  const told = (await scene.mails(journey.people.contact.email, journey.reference)).at(-1);
  expect(told?.text).toContain(REASON);
  const team = await scene.mail(await record.ledMailbox(), new RegExp(`${journey.reference}.*afgesloten`));
  expect(team.text).toContain(REASON);
  const { name } = await record.execution(journey.reference);
  expect((await scene.cloud.executions()).find((execution) => execution.name === name)?.status).toBe(
    "SUCCEEDED",
  );
}

describe("a decision that closes", () => {
  it.each([
    ["unsuitable", "unsuitable"],
    ["close", "closed"],
  ])("the intake assessed as %s", async (decision, outcome) => {
    await journey.makeContact();
    await journey.decide("SubmitIntake");
    await journey.decide("AssessIntake", { outcome: decision, fields: { reason: REASON } });

    await expectClosed(outcome);
  });

  it("the closing of the protocol at its review", async () => {
    await journey.makeContact();
    await journey.walkTo("ReviewProtocol");
    await journey.decide("ReviewProtocol", { outcome: "close", fields: { reason: REASON } });

    await expectClosed("closed");
  });

  it("a negative answer of the supervisor", async () => {
    await journey.makeContact();
    await journey.walkTo("PreAssessDpia");
    await journey.decide("PreAssessDpia", dpiaRequired(journey.now));
    await journey.decide("CarryOutDpia", { fields: { residualRisk: "high" } });
    await journey.decide("ReviewDpia");
    await journey.walkTo("SignForApplicant", "SubmitProtocol");
    await journey.decide("RecordPriorConsultation", { outcome: "negative", fields: { reason: REASON } });

    await expectClosed("negative");
  });

  it("a stopped connection, after which no task opens", async () => {
    await journey.makeContact();
    await journey.walkTo("ConnectMagda");
    await journey.decide("ConnectMagda", { outcome: "stopped", fields: { reason: REASON } });

    await expectClosed("stopped");
    const whole = await record.whole(journey.reference);
    expect(whole.tasks.filter(({ status }) => status === "open")).toEqual([]);
  });
});

describe("a question", () => {
  const enquiry = { kind: "enquiry", message: "Staan buitenlandse diploma's in de LED?" };

  it("reaches the team with the enquirer as reply address, is answered by mail, and closes", async () => {
    await journey.makeContact(enquiry);
    const asked = await scene.mail(await record.ledMailbox(), journey.reference);
    expect(asked.replyTo).toEqual([journey.people.contact.email]);
    expect(asked.text).toContain(enquiry.message);

    await journey.decide("AnswerEnquiry", { fields: { answer: "Nee, alleen Vlaamse bewijzen." } });

    const answer = await scene.mail(journey.people.contact.email, journey.reference);
    expect(answer.text).toContain("Nee, alleen Vlaamse bewijzen.");
    await scene.cloud.settled();
    expect((await record.dossier(journey.reference)).closed?.outcome).toBe("answered");
  });

  it("can become an onboarding", async () => {
    await journey.makeContact(enquiry);

    await journey.decide("AnswerEnquiry", { outcome: "start-onboarding" });

    await journey.decide("SubmitIntake");
    expect((await record.dossier(journey.reference)).status).toBe("ONBOARDING");
  });
});

describe("on behalf of the consumer", () => {
  it("the team records the received paper copies with the reason, and the record shows on whose behalf", async () => {
    await journey.makeContact();
    await journey.walkTo("SignForApplicant");
    await scene.mail(journey.people.signatory.email, journey.reference);
    const usual = await usualDecision("SignForApplicant", journey.now, journey.people);

    const opened = await scene.openFromInbox(journey.reference, "SignForApplicant");
    await scene.answer(opened, "SignForApplicant", {
      ...usual,
      fields: { ...usual.fields, form: "paper" },
      files: { "protocol-signed-by-applicant": await pdf("Scan van de papieren exemplaren") },
      onBehalfReason: "Twee papieren exemplaren kwamen met de post.",
    });

    await journey.decide("SignForAuthority");
    const { decision } = await record.task(journey.reference, "SignForApplicant-1-1");
    expect(decision?.onBehalf).toEqual({
      of: "signatory",
      reason: "Twee papieren exemplaren kwamen met de post.",
    });
    expect(decision?.by.role).toBe("led-team");
    const page = await new Browser().open(await journey.statusLink());
    expect(page.text).toContain("Tine Team");
  });
});
