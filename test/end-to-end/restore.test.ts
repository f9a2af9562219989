import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { HeadObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { BatchWriteCommand, DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createApp } from "../../infra/app.ts";
import { temporaryFolder } from "../../infra/temporary-folder.ts";
import { quietly } from "../../local/template/quietly.ts";
import { Journey } from "../journey/journey.ts";
import { Record } from "../journey/record.ts";
import type { Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

const MINUTE = 60_000;
const RESTORED = "led-dossiers-restored";
/** Dossiers under way at the moment of the restore: RESTORE_DOSSIERS of them, at four stages. */
const COUNT = Number(process.env["RESTORE_DOSSIERS"] ?? 4);
const STAGES = ["SubmitIntake", "AssessIntake", "PreAssessDpia", "SubmitProtocol"] as const;

let scene: Scene;
let record: Record;
let journeys: Journey[];
let opened: Journey;
let since: string;
let prepared: string;
let sent: number;

// Dossiers go on for ten minutes after the moment of the restore; then the table is lost.
beforeAll(async () => {
  const stateFolder = temporaryFolder("restore-");
  const before = await openScene({ stateFolder });
  const lostTable = before.cloud.physicalName("AWS::DynamoDB::Table");
  journeys = Array.from({ length: COUNT }, () => new Journey(before));
  for (const [place, journey] of journeys.entries()) {
    await journey.makeContact();
    await journey.walkTo(STAGES[place % STAGES.length] ?? "SubmitIntake");
    await before.cloud.settled();
    // One sender may begin so many in an hour.
    if (place % 8 === 7) await before.cloud.advance(61 * MINUTE);
  }
  await before.cloud.advance(MINUTE);
  since = new Date(before.cloud.clock.now()).toISOString();
  await copyTable(before, lostTable, RESTORED);
  await before.cloud.advance(MINUTE);
  for (const [place, journey] of journeys.entries()) {
    const stage = STAGES[place % STAGES.length];
    if (place % 2 === 0 && stage) await journey.decide(stage);
  }
  opened = new Journey(before);
  await opened.makeContact();
  await before.cloud.advance(8 * MINUTE);
  await before.cloud.settled();
  const bucket = before.cloud.physicalName("AWS::S3::Bucket", "DocumentsBucket");
  const options = ["--environment", "dev", "--table", RESTORED];
  prepared = await restore(before, "prepare", ...options, "--since", since, "--bucket", bucket, "--yes");
  sent = (await before.cloud.mailbox()).length;
  await before.cloud.stop();

  const outdir = temporaryFolder("restored-assembly-");
  const overrides = { restoredTable: RESTORED };
  (await quietly(() => createApp({ environment: "dev", outdir, overrides }))).synth();
  scene = await openScene({ stateFolder, assembly: outdir });
  record = new Record(scene.cloud, RESTORED);
  await scene.cloud.advance(6 * MINUTE);
  await restore(scene, "stop", ...options, "--yes");
  await scene.cloud.advance(30 * MINUTE);
  await scene.cloud.settled();
  journeys = journeys.map((journey) => journey.on(scene));
});
afterAll(() => scene.cloud.stop());

it("lists what was lost: the decisions, and a dossier that was opened since", () => {
  const [decided] = journeys;
  expect(prepared).toContain(`${decided?.reference} SubmitIntake-1-1 submitted`);
  expect(prepared).toMatch(new RegExp(`LOST: dossiers.*: 1\n {2}${opened.reference} `));
});

it("gives each dossier one execution, at the stage that the table knows, and parks none", async () => {
  const running = (await scene.cloud.executions("RUNNING")).map(({ name }) => name);
  const expected = await Promise.all(
    journeys.map(async ({ reference }) => {
      const { id, run, status } = await record.dossier(reference);
      expect(status).not.toBe("PARKED");
      return `${id}-${run}`;
    }),
  );
  expect(running.sort()).toEqual(expected.sort());
});

it("mails nobody again", async () => {
  expect((await scene.cloud.mailbox()).slice(sent).map(({ subject }) => subject)).toEqual([]);
});

it("takes the decisions again, by the link of before", { timeout: 5 * MINUTE }, async () => {
  const [journey] = journeys;
  if (!journey) throw new Error("no dossier");
  await journey.decide("SubmitIntake");
  await journey.decide("AssessIntake");
  await scene.cloud.settled();
  expect((await record.dossier(journey.reference)).stage).toBe("INTAKE");
  await journey.open("AgreePlanning");
});

it("mails a new link to a task that was first opened after the moment of the restore", async () => {
  const journey = journeys[2];
  if (!journey) throw new Error("no third dossier");
  const mails = () => scene.mails(journey.people.contact.email, /protocol/i);
  const before = (await mails()).length;
  await journey.decide("PreAssessDpia");
  await journey.open("SubmitProtocol");

  expect((await mails()).length).toBe(before + 1);
});

it("answers a link that was mailed since with the way to a new one", async () => {
  const { people } = opened.on(scene);
  const page = await scene
    .newBrowser()
    .open(scene.linkIn(await scene.mail(people.contact.email, /[Ii]ntake/)));

  expect(page.status).toBe(404);
  expect(page.text).toContain("We sturen je een nieuwe link.");
});

it("has each document that the table knows, in the version of its record", async () => {
  const files = new S3Client({ ...scene.cloud.operator, forcePathStyle: true });
  const bucket = scene.cloud.physicalName("AWS::S3::Bucket", "DocumentsBucket");
  const documents = (await Promise.all(journeys.map(({ reference }) => record.whole(reference)))).flatMap(
    (whole) => whole.documents,
  );

  expect(documents.length).toBeGreaterThan(0);
  for (const { s3Key, s3VersionId } of documents)
    await files.send(new HeadObjectCommand({ Bucket: bucket, Key: s3Key, VersionId: s3VersionId }));
});

it("gives a new dossier a number that nobody was mailed", async () => {
  const next = new Journey(scene);
  await next.makeContact();
  expect(next.reference > opened.reference).toBe(true);
});

/** Point-in-time recovery makes a table with the data and the indexes of that moment. */
async function copyTable({ cloud }: Scene, from: string, to: string): Promise<void> {
  const client = new DynamoDBClient(cloud.operator);
  const { Table } = await client.send(new DescribeTableCommand({ TableName: from }));
  await client.send(
    new CreateTableCommand({
      TableName: to,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: Table?.KeySchema,
      AttributeDefinitions: Table?.AttributeDefinitions,
      GlobalSecondaryIndexes: Table?.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema, Projection }) => ({
        ...{ IndexName, KeySchema, Projection },
      })),
    }),
  );
  const documents = DynamoDBDocumentClient.from(client);
  for await (const { Items = [] } of paginateScan({ client: documents, pageSize: 25 }, { TableName: from }))
    if (Items.length > 0)
      await documents.send(
        new BatchWriteCommand({
          RequestItems: { [to]: Items.map((Item) => ({ PutRequest: { Item } })) },
        }),
      );
}

const run = promisify(execFile);
async function restore({ cloud }: Scene, ...args: string[]): Promise<string> {
  const { endpoint, region, credentials } = cloud.operator;
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...("sessionToken" in credentials ? { AWS_SESSION_TOKEN: String(credentials.sessionToken) } : {}),
  };
  const command = ["--import", "./preflight.js", "infra/restore/restore.ts", ...args];
  const { stdout } = await run(process.execPath, command, { cwd: join(import.meta.dirname, "../.."), env });
  return stdout;
}
