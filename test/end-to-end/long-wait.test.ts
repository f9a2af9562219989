import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { WORKFLOW_VERSION } from "../../statemachine/contract.ts";
import { Record } from "../journey/record.ts";
import { Browser } from "../journey/browser.ts";
import { Journey } from "../journey/journey.ts";
import type { Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

const DAY = 86_400_000;
let scene: Scene;
let journey: Journey;
let record: Record;

beforeAll(async () => {
  scene = await openScene({ coalesce: 7 * DAY });
  journey = new Journey(scene);
  record = new Record(scene.cloud);
});
afterAll(() => scene.cloud.stop());

const days = (count: number) => scene.cloud.advance(count * DAY);
const until = (reference: string, expected: object) =>
  vi.waitFor(async () => expect(await record.dossier(reference)).toMatchObject(expected), {
    timeout: 20_000,
    interval: 100,
  });
/** Mails with a task, except reminders. */
const asked = async (email: string, subject: string | RegExp = "") =>
  (await scene.mails(email, subject)).filter((mail) => !/herinnering/i.test(mail.subject));
const executions = async () =>
  (await scene.cloud.executions()).map(({ name, status }) => `${name.split("-")[1]} ${status}`).reverse();

// One dossier over more than three virtual years: each test continues where the previous one ended.
it("a dossier that waits for 400 days in its DPIA moves to a fresh execution unnoticed", async () => {
  await journey.makeContact();
  await journey.walkTo("CarryOutDpia", "SubmitIntake", { dpia: true });
  const mailed = await scene.mail(journey.people.contact.email, /DPIA/);
  await scene.cloud.settled();
  const before = await asked(journey.people.contact.email, mailed.subject);

  await days(400);
  await until(journey.reference, { run: 2 });
  const reminded = (await scene.mails(journey.people.contact.email, /DPIA/)).at(-1) ?? mailed;
  expect((await new Browser().open(scene.linkIn(reminded))).form("outcome", "submitted")).toBeDefined();
  await journey.decide("CarryOutDpia");
  await journey.decide("ReviewDpia");
  await scene.cloud.settled();

  expect(await record.dossier(journey.reference)).toMatchObject({ run: 2, status: "ONBOARDING" });
  expect(await executions()).toEqual(["1 SUCCEEDED", "2 RUNNING"]);
  expect(before).toHaveLength(1);
  expect(await asked(journey.people.contact.email, mailed.subject)).toEqual(before);
});

it("and again in its protocol, at the current stage", async () => {
  await journey.open("SubmitProtocol");

  await days(400);
  await until(journey.reference, { run: 3, stage: "PROTOCOL" });
  await journey.walkTo("ConnectMagda", "SubmitProtocol");
  await journey.decide("ConnectMagda");
  await until(journey.reference, { status: "IN_USE" });
});

it("the end of its use waits as long, in its own workflow", async () => {
  const browser = new Browser();
  const page = await browser.open(`${await journey.statusLink()}/stoppen`);
  await browser.submit(page.form("reason"), { reason: "stopped", explanation: "We stoppen ermee." });
  await journey.open("ConfirmEndOfUse");
  const team = await record.ledMailbox();
  await scene.mail(team, /Voorbeeldegem: bevestig het einde/);

  await days(400);
  await until(journey.reference, {
    status: "ENDING",
    run: 5,
    workflowVersion: WORKFLOW_VERSION["out-of-use"],
  });
  await journey.open("ConfirmEndOfUse");
  expect(await asked(team, /Voorbeeldegem: bevestig het einde/)).toHaveLength(1);
  await journey.decide("ConfirmEndOfUse");
  await journey.open("ReversalPeriod");

  expect(await record.task(journey.reference, "ConfirmEndOfUse-1-1")).toMatchObject({ status: "decided" });
  expect(await executions()).toEqual([
    "1 SUCCEEDED",
    "2 SUCCEEDED",
    "3 SUCCEEDED",
    "4 SUCCEEDED",
    "5 RUNNING",
  ]);
});
