import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { functionName } from "../../statemachine/contract.ts";
import { Record } from "../journey/record.ts";
import { Journey } from "../journey/journey.ts";
import type { Scene } from "../journey/scene.ts";
import { openScene } from "./scene.ts";

const DAY = 24 * 60 * 60 * 1000;
let scene: Scene;
let journey: Journey;
let id: string;
let s3: S3Client;
let Bucket: string;

beforeAll(async () => {
  scene = await openScene();
  Bucket = scene.cloud.physicalName("AWS::S3::Bucket", "LogDigestsBucket");
  s3 = new S3Client(scene.cloud.operator);
  journey = new Journey(scene);
  await journey.makeContact();
  await scene.cloud.settled();
  id = (await new Record(scene.cloud).whole(journey.reference)).dossier.id;
  await scene.cloud.advance(2 * DAY);
});
afterAll(() => scene.cloud.stop());

const digests = async () =>
  (await s3.send(new ListObjectVersionsCommand({ Bucket, Prefix: `${id}/` }))).Versions ?? [];

it("has a digest the night after, which the function that wrote it can neither delete nor overwrite", async () => {
  const [digest, ...more] = await digests();
  const followUp = new S3Client(scene.cloud.as(functionName("dev", "FollowUp")));
  const { Key, VersionId } = digest ?? {};

  expect(more).toEqual([]);
  await expect(followUp.send(new DeleteObjectCommand({ Bucket, Key, VersionId }))).rejects.toThrow(
    /AccessDenied|not authorized/,
  );
  await expect(
    followUp.send(new PutObjectCommand({ Bucket, Key, Body: "{}", IfNoneMatch: "*" })),
  ).rejects.toThrow("pre-conditions");
  // Nor can anybody else, without asking to pass by the lock.
  await expect(s3.send(new DeleteObjectCommand({ Bucket, Key, VersionId }))).rejects.toThrow("object lock");
});

const run = promisify(execFile);
const root = join(import.meta.dirname, "../..");
async function verify(dossier: string): Promise<{ code: number; text: string }> {
  const { endpoint, region, credentials } = scene.cloud.operator;
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
    ...("sessionToken" in credentials ? { AWS_SESSION_TOKEN: String(credentials.sessionToken) } : {}),
    TABLE_NAME: scene.cloud.physicalName("AWS::DynamoDB::Table"),
    LOG_BUCKET_NAME: Bucket,
  };
  const options = { cwd: root, env };
  return run(process.execPath, ["--import", "./preflight.js", "infra/verify-log.ts", dossier], options).then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      text: error.stdout + error.stderr,
    }),
  );
}

it("is verified by the command and on the page of the team, which name the first difference", async () => {
  const before = await verify(journey.reference);
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient(scene.cloud.operator));
  const team = await scene.staffBrowser("tine-team");
  const pageText = async () => {
    const page = await scene.openAsStaff(team, `${scene.cloud.adminUrl}/dossiers/${id}/log`);
    return page.text;
  };
  const fine = await pageText();
  await documents.send(
    new UpdateCommand({
      TableName: scene.cloud.physicalName("AWS::DynamoDB::Table"),
      Key: { pk: `DOSSIER#${id}`, sk: "MAIL#news" },
      UpdateExpression: "SET subject = :other",
      ExpressionAttributeValues: { ":other": "Iets anders" },
    }),
  );
  documents.destroy();
  const after = await verify(id);

  expect(before).toMatchObject({
    code: 0,
    text: expect.stringMatching(/^The log is as it was: 1 digests/) as string,
  });
  expect(fine).toContain("Ja. Het logboek is zoals het was");
  expect(after).toMatchObject({
    code: 1,
    text: expect.stringContaining("an entry was changed: mail of") as string,
  });
  expect(await pageText()).toContain("later gewijzigd: mail van");
  expect((await verify("LED-2026-99999")).code).toBe(2);
});
