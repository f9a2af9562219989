import { DynamoDBClient, paginateScan } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, paginateListObjectsV2, S3Client } from "@aws-sdk/client-s3";
import { SFNClient, StopExecutionCommand } from "@aws-sdk/client-sfn";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Record } from "../journey/record.ts";
import { Api } from "../journey/api.ts";
import { Browser } from "../journey/browser.ts";
import { Journey } from "../journey/journey.ts";
import type { Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

const DAY = 86_400_000;
const browser = new Browser();
let scene: Scene;
let record: Record;
let journey: Journey;

beforeAll(async () => {
  scene = await openScene();
  record = new Record(scene.cloud);
  journey = new Journey(scene);
  await journey.makeContact();
  await journey.walkTo("SignForApplicant");
  await journey.open("SignForApplicant");
});
afterAll(() => scene.cloud.stop());

const secretOf = (link: string) => new URL(link).pathname.split("/").at(-1) ?? "";
const at = (path: string) => `${scene.cloud.url}${path}`;
const linkOfSignatory = async () =>
  scene.linkIn(await scene.mail(journey.people.signatory.email, "Onderteken"));

describe("a link of somebody else", () => {
  it("of another dossier reaches none of this one's documents, tasks or uploads", async () => {
    const other = new Journey(scene);
    await other.makeContact();
    const { page } = await other.open("SubmitIntake");
    const [document] = (await record.whole(journey.reference)).documents;
    const secret = secretOf(page.url);

    const answers = [
      await browser.open(at(`/dossier/${secret}/documenten/${document?.id ?? ""}`)),
      await browser.open(at(`/taak/${secret}/documenten/${document?.id ?? ""}`)),
      await browser.post(at(`/dossier/${secret}/taken/SignForApplicant-1-1`), []),
      await browser.post(at(`/dossier/${secret}/taken/AssessIntake-1-1`), []),
    ];

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  });
});

describe("data that never leave the back end", () => {
  it("include the task token: no page, answer or mail contains it", async () => {
    const tokens = (await everything()).flatMap(({ taskToken }) => taskToken?.S ?? []);
    const { id } = await record.dossier(journey.reference);
    const api = await Api.as(scene.cloud, "tine-team");
    const tine = await scene.staffBrowser("tine-team");
    const pages = [
      await browser.open(await linkOfSignatory()),
      await browser.open(await journey.statusLink()),
      await scene.openAsStaff(tine, scene.cloud.adminUrl),
      await scene.openAsStaff(tine, await record.adminAddress(journey.reference)),
      await scene.openAsStaff(tine, await record.adminAddress(journey.reference, "SignForApplicant-1-1")),
    ].map(({ html }) => html);
    const answers = [
      await api.get("/tasks"),
      await api.get(`/dossiers/${id}`),
      await api.get(`/dossiers/${id}/tasks/SignForApplicant-1-1`),
      await api.get("/dossiers?stage=PROTOCOL"),
    ].map(({ text }) => text);

    expect(tokens.length).toBeGreaterThan(1);
    for (const text of [...pages, ...answers, ...(await mailTexts())])
      expect(tokens.filter((token) => text.includes(token))).toEqual([]);
  });

  it("include the secret of a link: the table, the logs and the stored mails do not contain it", async () => {
    const other = new Journey(scene);
    await other.makeContact();
    await other.decide("SubmitIntake");
    // A mail in another script has another encoding.
    await other.decide("AssessIntake", { outcome: "close", fields: { reason: "Дубликат. ".repeat(150) } });
    await scene.cloud.settled();
    const secrets = (await mailTexts()).flatMap((text) =>
      [...text.matchAll(/\/(?:taak|dossier|bevestigen)\/([\w-]{43})/g)].map(([, secret]) => secret ?? ""),
    );
    const kept = JSON.stringify([await everything(), await keptMails()]);
    const logs = scene.cloud
      .logs()
      .map(({ text }) => text)
      .join("\n");

    expect(secrets.length).toBeGreaterThan(10);
    expect(secrets.filter((secret) => kept.includes(secret) || logs.includes(secret))).toEqual([]);
  });

  it("are not changed by reading: opening every admin page again writes nothing", async () => {
    const tine = await scene.staffBrowser("tine-team");
    const addresses = [
      scene.cloud.adminUrl,
      `${scene.cloud.adminUrl}/dossiers`,
      await record.adminAddress(journey.reference),
      `${await record.adminAddress(journey.reference)}/withdrawal`,
      await record.adminAddress(journey.reference, "SignForApplicant-1-1"),
      await record.adminAddress(journey.reference, "AssessIntake-1-1"),
    ];
    // The first reading of the day is recorded.
    for (const address of addresses) await scene.openAsStaff(tine, address);
    await scene.cloud.settled();
    const before = scene.cloud.counts.snapshot().writeUnits;

    for (const address of addresses) expect((await scene.openAsStaff(tine, address)).status).toBe(200);

    expect(scene.cloud.counts.snapshot().writeUnits).toBe(before);
  });
});

describe("a link in an earlier mail", () => {
  it("works after the execution was stopped and resumed, and its decision goes through", async () => {
    const link = await linkOfSignatory();
    const executionArn = await record.executionArn(journey.reference);
    await new SFNClient(scene.cloud.operator).send(new StopExecutionCommand({ executionArn }));
    await expect
      .poll(async () => (await record.dossier(journey.reference)).status, { timeout: 20_000 })
      .toBe("PARKED");
    const tine = await scene.staffBrowser("tine-team");
    const page = await scene.openAsStaff(tine, `${await record.adminAddress(journey.reference)}/system`);
    await tine.submit(page.form("stage"), {});

    const opened = await browser.open(link);
    await journey.decide("SignForApplicant");

    expect(opened.status).toBe(200);
    expect(opened.root.querySelector("[name=outcome]")).not.toBeNull();
    await journey.open("SignForAuthority");
    expect((await browser.open(link)).text).toContain("ondertekende het protocol voor de afnemer");
  });

  it("expires after 400 days, and a later one works", async () => {
    const waiting = new Journey(scene);
    await waiting.makeContact();
    const { page } = await waiting.open("SubmitIntake");

    await scene.cloud.advance(401 * DAY);

    const expired = await browser.open(page.url);
    expect(expired.status).toBe(404);
    expect(expired.text).toContain("We sturen je een nieuwe link.");
    await waiting.decide("SubmitIntake");
  });
});

/** Every item of the table. */
async function everything() {
  const client = new DynamoDBClient(scene.cloud.operator);
  const TableName = scene.cloud.physicalName("AWS::DynamoDB::Table");
  const pages = await Array.fromAsync(paginateScan({ client }, { TableName }));
  return pages.flatMap(({ Items = [] }) => Items);
}

/** All mails that the bucket keeps; quoted-printable folds lines. */
async function keptMails(): Promise<string[]> {
  const client = new S3Client({ ...scene.cloud.operator, forcePathStyle: true });
  const Bucket = scene.cloud.physicalName("AWS::S3::Bucket", "DocumentsBucket");
  const pages = await Array.fromAsync(paginateListObjectsV2({ client }, { Bucket, Prefix: "mails/" }));
  const keys = pages.flatMap(({ Contents = [] }) => Contents.map(({ Key }) => Key));
  expect(keys).toHaveLength((await scene.cloud.mailbox()).length);
  return Promise.all(
    keys.map(async (Key) => {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      const raw = (await Body?.transformToString()) ?? "";
      expect(raw).not.toContain("Content-Transfer-Encoding: base64");
      return raw.replace(/=\r?\n/g, "");
    }),
  );
}

/** The mails as read and as sent; quoted-printable folds lines. */
const mailTexts = async () =>
  (await scene.cloud.mailbox()).flatMap(({ html, text, raw }) => [html, text, raw.replace(/=\r?\n/g, "")]);
