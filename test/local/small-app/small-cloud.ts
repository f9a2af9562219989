import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import { type Cloud, type CloudOptions, startCloud } from "../../../local/cloud.ts";
import { smallApp } from "./app.ts";

let assembly: string | undefined;

export function startSmallCloud(options: Partial<CloudOptions> = {}): Promise<Cloud> {
  assembly ??= smallApp().synth().directory;
  return startCloud({ assembly, ...options });
}

export const s3Of = (cloud: Cloud) => new S3Client(cloud.operator);
export const bucketOf = (cloud: Cloud, part = "Bucket") => cloud.physicalName("AWS::S3::Bucket", part);

/** An item of the small table, read as the operator. */
export async function item(cloud: Cloud, pk: string): Promise<Record<string, unknown> | undefined> {
  const documents = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.operator));
  const { Item } = await documents.send(
    new GetCommand({ TableName: "small-table", Key: { pk }, ConsistentRead: true }),
  );
  documents.destroy();
  return Item;
}

/** Invokes a function that returns an object. */
export async function answerOf(
  cloud: Cloud,
  functionName: string,
  payload: unknown,
): Promise<Record<string, unknown>> {
  const { payload: text } = await cloud.invoke(functionName, payload);
  const value: unknown = JSON.parse(text);
  return typeof value === "object" && value !== null ? { ...value } : {};
}
