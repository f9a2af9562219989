import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { type Cloud, startCloud } from "../../local/cloud.ts";
import { pdf } from "../journey/files.ts";
import { erase, withdraw } from "./acts.ts";
import type { PersistentStage } from "./persistent-stage.ts";
import { brokenOnes, judge } from "./report.ts";
import { forMany, tryFaults } from "./try-faults.ts";
import { readTrial } from "./plan.ts";

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud({
    assembly: inject("assembly"),
    ...forMany(),
  });
});
afterAll(() => cloud.stop());

/**
 * From the first contact to the DPIA, and then a withdrawal: forms, mails, links, a sign-in, an upload, sweeps,
 * erasure.
 */
async function playShort(stage: PersistentStage): Promise<void> {
  await stage.makeContact();
  await stage.decide("SubmitIntake");
  await stage.decide("AssessIntake");
  await stage.decide("AgreePlanning");
  // The team adds its own pre-assessment: an upload.
  await stage.decide("PreAssessDpia", "", { files: { "dpia-pre-assessment": await pdf("Vooronderzoek") } });
  await withdraw(stage, ({ dossier }) => dossier.status === "CLOSED");
  await erase(stage);
}

/** `npm run faults` tries every call with every kind of fault; these are some of each, at the most important calls. */
const TRIALS = [
  "led-dev-public-web/dynamodb:TransactWriteItems/answer lost#1",
  "led-dev-open-dossier/ses:SendRawEmail/answered 500#1",
  "led-dev-submit-intake/s3:PutObject/throttled#1",
  "led-dev-assess-intake/dynamodb:TransactWriteItems/answers lost#1",
  "led-dev-admin-web/states:SendTaskSuccess/killed once done#1",
  "led-dev-documents/dynamodb:TransactWriteItems/killed once done#1",
  "led-dev-close-dossier/dynamodb:TransactWriteItems/killed once done#1",
  "led-dev-follow-up/s3:DeleteObject/answers lost#1",
  "led-dev-public-web/states:StartExecution/throttled#1",
  "led-dev-submit-intake/ses:SendRawEmail/timed out, done#1",
  "led-dev-assess-intake/lambda:Invoke/throttled#1",
  "led-dev-agree-planning/dynamodb:TransactWriteItems/reset#1",
  "led-dev-admin-web/dynamodb:TransactWriteItems/500 once done#1",
  "led-dev-pre-assess-dpia/dynamodb:GetItem/timed out#1",
  "led-dev-close-dossier/ses:SendRawEmail/throttled#1",
  "led-dev-follow-up/dynamodb:DeleteItem/killed once done#2",
];

it("an onboarding continues whichever of its calls fails, and nothing is lost, parked or done twice", async () => {
  const trials = TRIALS.map((name) => readTrial(name) ?? fail(name));

  const { tried } = await tryFaults(cloud, [trials], { play: playShort, fromStart: true });

  const judged = judge(tried);
  expect(brokenOnes(tried, judged, "")).toEqual([]);
  const outcomes = judged.map(({ trial, outcome }) => [trial.caller, trial.operation, outcome]);
  expect(outcomes.filter(([, , outcome]) => outcome !== "survived")).toEqual([]);
});

function fail(name: string): never {
  throw new Error(`no trial: ${name}`);
}
