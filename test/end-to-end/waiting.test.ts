import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createDossiers } from "../../functions/adapters/dynamodb/dossiers.ts";
import { openTable } from "../../functions/adapters/dynamodb/table.ts";
import { dateOf, dayAfter as nextDay, isWorkingDate, momentOn } from "../../functions/domain/calendar.ts";
import { Record } from "../journey/record.ts";
import { dayAfter, usualDecision } from "../journey/answers.ts";
import { Browser } from "../journey/browser.ts";
import { Journey } from "../journey/journey.ts";
import { mustBe, type Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

const DAY = 86_400_000;
const SECOND = { id: "second-contact", name: "Bo Tweede" };

let scene: Scene;
let record: Record;
let journey: Journey;
let second: string;
let ledMailbox: string;

beforeAll(async () => {
  scene = await openScene();
  record = new Record(scene.cloud);
  journey = new Journey(scene);
  await journey.makeContact();
  await scene.mail(journey.people.contact.email, /intake/);
  ledMailbox = await record.ledMailbox();
  second = journey.people.contact.email.replace("an@", "bo@");
  await addSecondContact();
});
afterAll(() => scene.cloud.stop());

async function addSecondContact(): Promise<void> {
  const client = new DynamoDBClient(scene.cloud.operator);
  const dossiers = createDossiers(openTable(scene.cloud.physicalName("AWS::DynamoDB::Table"), client));
  await scene.cloud.settled();
  const dossier = await record.dossier(journey.reference);
  await dossiers.save({
    ...dossier,
    people: { ...dossier.people, secondContact: { ...SECOND, email: second } },
  });
}

const days = (count: number) => scene.cloud.advance(count * DAY);
const team = () => scene.staffBrowser("tine-team");
const reminders = (to: string) => scene.mails(to, /Herinnering|wacht:/);

it("a task that nobody answers reaches the second contact, and then the team, which extends it", async () => {
  await days(8);
  expect(await reminders(journey.people.contact.email)).toHaveLength(1);
  expect(await reminders(second)).toEqual([]);

  await days(14);
  expect(await reminders(journey.people.contact.email)).toHaveLength(2);
  const { browser, page } = await scene.openByLink(second, "SubmitIntake");
  expect(page.text).toContain("Ten laatste op");
  mustBe(await browser.open(page.url.replace("/taak/", "/dossier/")), 200);

  await days(24 + 46);
  expect(await reminders(journey.people.contact.email)).toHaveLength(3);
  const [question, ...others] = await scene.mails(ledMailbox, /geen antwoord/);
  expect(question?.text).toContain("Wat doen we?");
  expect(others).toEqual([]);

  await journey.decide("DecideStalled");

  const extended = await scene.mail(journey.people.contact.email, /meer tijd/);
  expect((await new Browser().open(scene.linkIn(extended))).text).toContain("Ten laatste op");
  // The extension of 30 days does not count as silence.
  await days(8);
  expect(await reminders(journey.people.contact.email)).toHaveLength(3);
  await days(30);
  expect(await reminders(journey.people.contact.email)).toHaveLength(4);
});

it("during a hold nobody is reminded, and it resumes by itself", async () => {
  const address = await record.adminAddress(journey.reference);
  const browser = await team();
  const form = (await scene.openAsStaff(browser, `${address}/hold`)).form("until");
  const until = dayAfter(journey.now, 40);
  mustBe(await browser.submit(form, { until, reason: "De gemeente fuseert." }), 200);
  const held = await scene.mail(journey.people.contact.email, /gepauzeerd/);
  expect(held.text).toContain("De gemeente fuseert.");
  expect((await new Browser().open(scene.linkIn(held))).text).toContain("Dit dossier is gepauzeerd tot");
  const before = (await reminders(journey.people.contact.email)).length;

  await days(38);
  expect(await reminders(journey.people.contact.email)).toHaveLength(before);
  await days(3);

  await scene.mail(journey.people.contact.email, /gaat verder/);
  const dossier = await record.dossier(journey.reference);
  expect(dossier.hold).toBeUndefined();
  expect(dossier.pauses).toHaveLength(1);
});

it("the second contact answers, and the record shows that; the digest shows it to the team", async () => {
  const opened = await scene.openByLink(second, "SubmitIntake");
  const decision = await usualDecision("SubmitIntake", journey.now, journey.people);
  mustBe(await scene.answer(opened, "SubmitIntake", decision), 200);
  await scene.openFromInbox(journey.reference, "AssessIntake");
  expect((await record.task(journey.reference, "SubmitIntake-1-1")).decision?.by).toMatchObject(SECOND);

  await scene.cloud.advance(nextWorkingMorning() - journey.now);

  const digest = (await scene.mails(ledMailbox, /^Vandaag:/)).at(-1);
  expect(digest?.text).toContain(journey.reference);
  expect(digest?.text).toContain("Beoordeel de intake");
});

/** Nine o'clock on the next working day. */
function nextWorkingMorning(): number {
  let date = nextDay(dateOf(new Date(journey.now).toISOString()));
  while (!isWorkingDate(date)) date = nextDay(date);
  return Date.parse(momentOn(date, { hour: 9 }));
}
