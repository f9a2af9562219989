import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { SESClient, SendRawEmailCommand } from "@aws-sdk/client-ses";
import type { APIGatewayProxyEvent } from "aws-lambda";

const documents = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const s3 = new S3Client({});
const ses = new SESClient({});
const { TABLE_NAME = "", BUCKET_NAME = "", CONFIGURATION_SET = "" } = process.env;

/** Stores the event, with the time of its arrival. */
export async function store(event: { id: string; fail?: string; hang?: boolean }) {
  console.log(`storing ${event.id}`);
  if (event.fail !== undefined) throw Object.assign(new Error("told to fail"), { name: event.fail });
  if (event.hang) for (;;);
  await documents.send(new PutCommand({ TableName: TABLE_NAME, Item: { pk: event.id, at: Date.now() } }));
  return { stored: event.id, now: new Date().toISOString(), region: process.env["AWS_REGION"] };
}

/** Has no permissions. */
async function pry() {
  await documents.send(new GetCommand({ TableName: TABLE_NAME, Key: { pk: "secret" } }));
}

/** Lambda finds a handler inside what a file exports. */
export const nested = { pry };

/** Counts its calls, by event source or a field, in one item per event. */
export async function note(event: {
  detail?: { object?: { key: string } };
  name?: string;
  Records?: { s3: { object: { key: string } } }[];
}) {
  const key = event.Records?.[0]?.s3.object.key ?? event.detail?.object?.key ?? event.name ?? "tick";
  const pk = `event#${key}`;
  const { Item } = await documents.send(new GetCommand({ TableName: TABLE_NAME, Key: { pk } }));
  const count = typeof Item?.["count"] === "number" ? Item["count"] + 1 : 1;
  await documents.send(
    new PutCommand({ TableName: TABLE_NAME, Item: { pk, count, event: JSON.stringify(event) } }),
  );
}

/** Returns signed addresses. */
export async function sign(event: { key: string; redirect?: string }) {
  await s3.send(
    new PutObjectCommand({ Bucket: BUCKET_NAME, Key: "by-function.txt", Body: "written by a function" }),
  );
  const get = await getSignedUrl(
    s3,
    new GetObjectCommand({
      Bucket: BUCKET_NAME,
      Key: event.key,
      ResponseContentDisposition: 'attachment; filename="a.txt"',
    }),
    { expiresIn: 900 },
  );
  const post = await createPresignedPost(s3, {
    Bucket: BUCKET_NAME,
    Key: "uploads/${filename}",
    Conditions: [
      ["content-length-range", 1, 1000],
      ["starts-with", "$Content-Type", "text/"],
    ],
    Fields: event.redirect === undefined ? {} : { success_action_redirect: event.redirect },
    Expires: 900,
  });
  return { get, post };
}

export async function mail(event: { from: string }) {
  const raw = `From: ${event.from}\r\nTo: Ann <ann@example.org>\r\nReply-To: led@example.org\r\nSubject: Hallo\r\n\r\nDag Ann\r\n`;
  const answer = await ses.send(
    new SendRawEmailCommand({
      RawMessage: { Data: Buffer.from(raw) },
      Destinations: ["ann@example.org"],
      ConfigurationSetName: CONFIGURATION_SET,
      Tags: [{ Name: "template", Value: "hello" }],
    }),
  );
  return { messageId: answer.MessageId };
}

export async function web(event: APIGatewayProxyEvent) {
  if (event.path === "/broken") return "not an answer";
  if (event.path === "/throws") throw new Error("broken");
  return {
    statusCode: 200,
    multiValueHeaders: { "set-cookie": ["a=1", "b=2"], "content-type": ["application/json"] },
    body: Buffer.from(JSON.stringify(event)).toString("base64"),
    isBase64Encoded: true,
  };
}
