import { afterAll, beforeAll, expect, it } from "vitest";
import { Browser } from "../journey/browser.ts";
import { Journey } from "../journey/journey.ts";
import type { Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

const DAY = 86_400_000;
let scene: Scene;
let journey: Journey;

beforeAll(async () => {
  scene = await openScene();
  journey = new Journey(scene);
  await journey.makeContact();
  await journey.walkTo("ConnectMagda");
  await scene.cloud.advance(30 * DAY);
  await journey.decide("ConnectMagda");
  await scene.mail(journey.people.contact.email, /raadplegen/);
  await scene.cloud.settled();
});
afterAll(() => scene.cloud.stop());

it("an onboarding runs from first contact to in use in one execution", async () => {
  const executions = await scene.cloud.executions();

  expect(executions.map(({ status }) => status)).toEqual(["SUCCEEDED"]);
  const page = await new Browser().open(await journey.statusLink());
  expect(page.status).toBe(200);
  expect(page.text).toContain(journey.reference);
  expect(page.text).toContain("In gebruik");
});

it("no function failed, no permission was missing and no message was lost", () => {
  const { cloud } = scene;
  const failed = cloud.functionNames().filter((name) => cloud.functionRecord(name).errors > 0);

  expect(failed).toEqual([]);
  expect(cloud.logs().filter(({ text }) => text.includes("AccessDenied"))).toEqual([]);
  expect(cloud.messages()).toEqual([]);
});

it("executions and logs contain no personal data", async () => {
  const { cloud } = scene;
  const [execution] = await cloud.executions();
  const history = JSON.stringify(await cloud.history(execution?.executionArn ?? ""));
  const logs = cloud
    .logs()
    .map(({ text }) => text)
    .join("\n");
  const { contact, dpo, signatory } = journey.people;

  for (const personal of [
    contact.name,
    contact.email,
    dpo.name,
    dpo.email,
    signatory.name,
    "solliciteert",
    "Voorbeeldegem",
  ]) {
    expect(history).not.toContain(personal);
    expect(logs).not.toContain(personal);
  }
});

it("every mail is sent once, with the reference, a reply address and the same text twice", async () => {
  const all = await scene.mails(journey.people.contact.email, journey.reference);
  const mails = all.filter(({ subject }) => !subject.includes("Herinnering"));

  const subjects = mails.map(({ subject }) => subject);
  expect(new Set(subjects).size).toBe(subjects.length);
  for (const mail of mails) {
    expect(mail.replyTo).toHaveLength(1);
    expect(mail.html).toContain('lang="nl-BE"');
    expect(mail.text).toContain("Vriendelijke groeten");
  }
});

it("the signed protocol can be downloaded from the status page", async () => {
  const browser = new Browser();
  const page = await browser.open(await journey.statusLink());

  const file = await browser.follow(page, /definitief-ondertekend-ondertekend/);

  expect(file.status).toBe(200);
  expect(file.headers.get("content-disposition")).toContain("attachment");
  expect(new TextDecoder().decode(file.bytes.slice(0, 5))).toBe("%PDF-");
});
