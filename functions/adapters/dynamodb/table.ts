import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, QueryCommand, type QueryCommandInput } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { Conflict, GiveUp, RetryLater } from "../../domain/errors.ts";
import type { Clock } from "../../domain/ports.ts";
import { CLIENT_SETTINGS } from "../shared/client-settings.ts";
import { asCause, asOurs } from "../shared/foreign-error.ts";
import { isTransientName } from "../shared/transient-errors.ts";

/**
 * Client and name of the table of dossiers. `notes`: what this process noted in the log last, by dossier (logs.ts); only
 * with a clock.
 */
export type Table = { client: DynamoDBDocumentClient; name: string; notes?: Notes };
type Notes = { of: Map<string, string>; now: Clock };

export const openTable = (
  name: string,
  client = new DynamoDBClient(CLIENT_SETTINGS),
  now?: Clock,
): Table => ({
  client: DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } }),
  name,
  ...(now && { notes: { of: new Map<string, string>(), now } }),
});

/** Conflicts with another write: names of errors, and codes of the actions of a cancelled transaction. */
const CONFLICTS = ["ConditionalCheckFailed", "TransactionConflict"];

const isError = (error: unknown): error is Error & { CancellationReasons?: { Code?: string }[] } =>
  error instanceof Error;

/** Whether the condition of an action was not met; by default that of the first or only action. */
export const isUnmet = (error: unknown, place = 0): boolean =>
  cancellationCodes(error)[place] === "ConditionalCheckFailed" ||
  (place === 0 && isError(error) && error.name === "ConditionalCheckFailedException");

/** Codes of a cancelled transaction, one per action ("None" for an action that did not fail). */
const cancellationCodes = (error: unknown): string[] =>
  isError(error) && error.name === "TransactionCanceledException"
    ? (error.CancellationReasons ?? []).map((reason) => reason.Code ?? "None")
    : [];

const isConflict = (error: unknown, codes: string[]): boolean =>
  isError(error) && [error.name.replace(/Exception$/, ""), ...codes].some((name) => CONFLICTS.includes(name));

/** Runs a command and translates its errors to domain errors, with the key concerned. */
export async function translated<Result>(key: string, command: () => Promise<Result>): Promise<Result> {
  try {
    return await command();
  } catch (error) {
    const codes = cancellationCodes(error);
    if (isConflict(error, codes)) throw new Conflict("WRITE_CONFLICT", { key }, asCause(error));
    if (codes.some(isTransientName)) throw new RetryLater("TABLE_UNAVAILABLE", { key }, asCause(error));
    throw asOurs("TABLE", error, { key });
  }
}

/** All pages of a query, as items. */
export async function queryAll(
  table: Table,
  query: Omit<QueryCommandInput, "TableName">,
): Promise<unknown[]> {
  const items: unknown[] = [];
  let start: QueryCommandInput["ExclusiveStartKey"];
  do {
    const page = await table.client.send(
      new QueryCommand({ TableName: table.name, ...query, ExclusiveStartKey: start }),
    );
    items.push(...(page.Items ?? []));
    start = page.LastEvaluatedKey;
  } while (start);
  return items;
}

/** One page of a query, with an opaque cursor for the next page. */
export async function queryPage(
  table: Table,
  query: Omit<QueryCommandInput, "TableName">,
  next: string | undefined,
): Promise<{ items: unknown[]; next?: string }> {
  const ExclusiveStartKey = readCursor(next);
  const command = new QueryCommand({ TableName: table.name, Limit: 100, ...query, ExclusiveStartKey });
  const page = await table.client.send(command).catch((error: unknown) => {
    // The cursor belongs to another index, or is malformed.
    const isOfCursor = next !== undefined && isError(error) && error.name === "ValidationException";
    throw isOfCursor ? new GiveUp("CURSOR_UNREADABLE", {}, error) : error;
  });
  return {
    items: page.Items ?? [],
    ...(page.LastEvaluatedKey ? { next: writeCursor(page.LastEvaluatedKey) } : {}),
  };
}

const writeCursor = (key: Record<string, unknown>) => Buffer.from(JSON.stringify(key)).toString("base64url");

function readCursor(text: string | undefined): Record<string, unknown> | undefined {
  if (text === undefined) return undefined;
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(Buffer.from(text, "base64url").toString()));
  } catch (cause) {
    throw new GiveUp("CURSOR_UNREADABLE", {}, cause);
  }
}
