import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { ListObjectVersionsCommand, S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Record } from "../journey/record.ts";
import { Browser, type Page } from "../journey/browser.ts";
import { Journey } from "../journey/journey.ts";
import type { Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

const DAY = 24 * 60 * 60 * 1000;
const TEAM = "tine-team";
let scene: Scene;
let record: Record;
let team: Browser;
/** A dossier with a pre-assessment and a protocol template. */
let journey: Journey;

beforeAll(async () => {
  scene = await openScene();
  record = new Record(scene.cloud);
  team = await scene.staffBrowser(TEAM);
  journey = new Journey(scene);
  await journey.makeContact();
  await journey.walkTo("SubmitProtocol");
  await journey.open("SubmitProtocol");
});
afterAll(() => scene.cloud.stop());

/** Posts the form with this field on an admin page. */
async function post(address: string, field: string, value: string): Promise<Page> {
  const page = await scene.openAsStaff(team, address);
  return team.submit(page.form(field), { [field]: value });
}

async function filesOf(id: string): Promise<string[]> {
  const s3 = new S3Client(scene.cloud.operator);
  const { Versions = [], DeleteMarkers = [] } = await s3.send(
    new ListObjectVersionsCommand({ Bucket: scene.cloud.physicalName("AWS::S3::Bucket", "DocumentsBucket") }),
  );
  s3.destroy();
  return [...Versions, ...DeleteMarkers].map(({ Key = "" }) => Key).filter((key) => key.includes(id));
}

/** All items in the table except links, which expire and contain no names. */
async function itemsAbout(words: RegExp): Promise<{ [name: string]: unknown }[]> {
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient(scene.cloud.operator));
  const { Items = [] } = await documents.send(
    new ScanCommand({ TableName: scene.cloud.physicalName("AWS::DynamoDB::Table"), ConsistentRead: true }),
  );
  documents.destroy();
  return Items.filter((item) => item["sk"] !== "LINK" && words.test(JSON.stringify(item)));
}

/** The applicant withdraws its request. */
async function withdraw(journey: Journey): Promise<void> {
  const browser = new Browser();
  const status = await browser.open(await journey.statusLink());
  const form = (await browser.follow(status, "intrekken")).form("reason");
  await browser.submit(form, { reason: "We doen het niet." });
  await scene.cloud.settled();
}

const domainOf = ({ people }: Journey) => people.contact.email.split("@")[1] ?? "";

it("a dossier is exported as a zip with its documents and mails, and a message of the team arrives", async () => {
  const address = await record.adminAddress(journey.reference);
  const page = await scene.openAsStaff(team, address);
  const form = page.forms().find(({ element }) => element.getAttribute("action")?.endsWith("/exports"));
  if (!form) throw new Error("no form for an export");

  const ready = await team.submit(form, {});
  const file = await team.open(ready.link("Download de zip"));

  expect([ready.status, file.status]).toEqual([200, 200]);
  expect(file.headers.get("content-disposition")).toContain(`${journey.reference}.zip`);
  const files = unzipSync(file.bytes);
  const { documents, mails } = await record.whole(journey.reference);
  const names = Object.keys(files);
  expect(documents.length).toBeGreaterThan(1);
  expect(names.filter((name) => name.startsWith("documenten/"))).toHaveLength(documents.length);
  expect(names.filter((name) => name.startsWith("mails/"))).toHaveLength(mails.length);
  for (const [name, bytes] of Object.entries(files)) {
    const text = Buffer.from(bytes).toString("latin1");
    if (name.endsWith(".pdf")) expect(text.slice(0, 5)).toBe("%PDF-");
    if (name.endsWith(".eml")) expect(text).toContain("MIME-Version: 1.0");
  }

  const sent = await post(`${address}/message`, "reason", "Kan je ons morgen bellen?");
  expect(sent.text).toContain("Je bericht is verstuurd.");
  const mail = await scene.mail(journey.people.contact.email, /Bericht van het LED-team/);
  expect(mail.text).toContain("Kan je ons morgen bellen?");
  // An answer goes to the dossier.
  expect(mail.replyTo).toEqual([expect.stringMatching(/^dossier\+[0-9a-f]+@in\.led\.example$/)]);
  expect((await new Browser().open(scene.linkIn(mail))).text).toContain("Kan je ons morgen bellen?");
});

it("a dossier that is erased on request disappears at once, and its files within the next sweep", async () => {
  const erased = new Journey(scene);
  await erased.makeContact();
  await withdraw(erased);
  const { id } = await record.dossier(erased.reference);

  const gone = await post(`${await record.adminAddress(erased.reference)}/erasure`, "ground", "objection");

  expect([gone.status, gone.text.includes("ERASE-01")]).toEqual([410, true]);
  await scene.cloud.advance(10 * 60 * 1000);
  expect(await filesOf(id)).toEqual([]);
  expect(await itemsAbout(new RegExp(domainOf(erased)))).toEqual([]);
});

it("a withdrawn dossier is deleted after a year and a notice; a legal hold keeps another one", async () => {
  const held = new Journey(scene);
  await held.makeContact();
  for (const one of [journey, held]) await withdraw(one);
  const { id } = await record.dossier(journey.reference);
  const { id: heldId } = await record.dossier(held.reference);
  const status = await journey.statusLink();
  await post(`${await record.adminAddress(held.reference)}/legal-hold`, "reason", "Er loopt een klacht.");
  expect((await filesOf(id)).length).toBeGreaterThan(5);
  const led = await record.ledMailbox();

  await scene.cloud.advance(330 * DAY);
  expect(await scene.mails(led, /wordt verwijderd/)).toEqual([]);
  await scene.cloud.advance(10 * DAY);
  const notices = await scene.mails(led, /wordt verwijderd/);
  expect(notices.map(({ subject }) => subject.includes(journey.reference))).toEqual([true]);
  expect(notices[0]?.text).toContain(`/admin/dossiers/${id}`);
  expect((await record.dossier(journey.reference)).status).toBe("CLOSED");
  // The deletion is checked again a day later.
  await scene.cloud.advance(32 * DAY);

  expect(await filesOf(id)).toEqual([]);
  expect(await itemsAbout(new RegExp(`${id}|${journey.reference}|${domainOf(journey)}`))).toMatchObject([
    {
      status: "DELETED",
      reference: journey.reference,
      rule: "RETENTION-01",
      outcome: "withdrawn",
      clocks: {},
    },
  ]);
  const gone = await scene.openAsStaff(team, `${scene.cloud.adminUrl}/dossiers/${id}`);
  const linked = await new Browser().open(status);
  for (const page of [gone, linked]) {
    expect(page.status).toBe(410);
    expect(page.text).toContain(`Dossier ${journey.reference} is op`);
  }
  const list = await scene.openAsStaff(team, `${scene.cloud.adminUrl}/deleted-dossiers`);
  expect(list.text).toContain(journey.reference);
  expect((await record.dossier(held.reference)).status).toBe("CLOSED");
  expect(await filesOf(heldId)).not.toEqual([]);
  expect(await scene.mails(led, new RegExp(`${held.reference}.*wordt verwijderd`))).toEqual([]);
});
