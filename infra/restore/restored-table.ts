import { randomUUID } from "node:crypto";
import { paginateScan } from "@aws-sdk/lib-dynamodb";
import { createDossiers } from "../../functions/adapters/dynamodb/dossiers.ts";
import { dossierIdIn, keyOf, keys } from "../../functions/adapters/dynamodb/keys.ts";
import { createMailRecords } from "../../functions/adapters/dynamodb/mail-records.ts";
import { getItem, readItem, readItems } from "../../functions/adapters/dynamodb/read-items.ts";
import type { Table } from "../../functions/adapters/dynamodb/table.ts";
import { createTombstones, isTombstone } from "../../functions/adapters/dynamodb/tombstones.ts";
import { IS_NEW, put, update, write } from "../../functions/adapters/dynamodb/writes.ts";
import { type Dossier, isUnderWay, stageToResume } from "../../functions/domain/dossier.ts";
import { Conflict } from "../../functions/domain/errors.ts";
import { SYSTEM } from "../../functions/domain/people.ts";
import { DELETION_CLOCK, type Tombstone } from "../../functions/domain/tombstone.ts";
import { withNextRun } from "../../functions/executions/start-execution.ts";
import type { ArchivedMail } from "./archived-mails.ts";

export type Contents = {
  dossiers: Dossier[];
  /** Ids of deleted dossiers. */
  deleted: Set<string>;
  /** `<dossier id> <task id>`. */
  tasks: Set<string>;
  /** Last number of each year. */
  counters: Map<number, number>;
  /** Keys of the dossiers that do not parse. */
  unreadable: string[];
};

/** Reads the whole table, once: nobody uses a restored table yet. */
export async function contentsOf({ client, name: TableName }: Table): Promise<Contents> {
  const contents: Contents = {
    ...{ dossiers: [], deleted: new Set(), tasks: new Set(), counters: new Map(), unreadable: [] },
  };
  const query = {
    TableName,
    ConsistentRead: true,
    FilterExpression: "sk IN (:dossier, :counter) OR begins_with(sk, :task)",
    ExpressionAttributeValues: {
      ":dossier": keys.dossier("").sk,
      ":counter": keys.counter(0).sk,
      ":task": TASK,
    },
  };
  for await (const { Items = [] } of paginateScan({ client }, query))
    for (const item of Items) addTo(contents, item);
  return contents;
}

const TASK = keys.task("", "").sk;

function addTo(contents: Contents, item: unknown): void {
  const { pk, sk } = keyOf(item);
  if (sk.startsWith(TASK)) contents.tasks.add(`${dossierIdIn(pk)} ${sk.slice(TASK.length)}`);
  else if (sk === keys.counter(0).sk)
    contents.counters.set(Number(pk.replace(/^COUNTER#/, "")), readItem(item, "counter").lastNumber);
  else if (isTombstone(item)) contents.deleted.add(dossierIdIn(pk));
  else {
    const { items, unreadable } = readItems([item], "dossier");
    contents.dossiers.push(...items);
    contents.unreadable.push(...unreadable);
  }
}

/**
 * Whether the dossier needs a fresh execution: it is under way, and neither a start nor a withdrawal of it has its own
 * clock. A parked one waits for the team as before.
 */
export const needsExecution = (dossier: Dossier): dossier is Extract<Dossier, { status: "ONBOARDING" }> =>
  isUnderWay(dossier) && !dossier.request.start && !dossier.request.closing;

/**
 * Writes a fresh execution at its stage on the dossier; follow-up starts it. Its number is above `lastRun`, so that every
 * earlier execution counts as a former one. Links stay valid, and nobody is mailed.
 */
export async function renew(table: Table, dossier: Dossier, lastRun: number, at: string): Promise<void> {
  if (!needsExecution(dossier)) return;
  const stage = stageToResume(dossier);
  const latest = { ...dossier, run: Math.max(dossier.run, lastRun) };
  await createDossiers(table).save(withNextRun(latest, stage, at), [
    { id: randomUUID(), at, by: SYSTEM, what: "resumed", from: dossier.status, to: stage },
  ]);
}

/** Records a mail that was sent after the moment of the restore, so that it is not sent again. */
export async function recordMail(table: Table, mail: ArchivedMail): Promise<void> {
  const { dossierId, key, at, to, subject } = mail;
  const mails = createMailRecords(table);
  const record = { key, at, to, subject, template: "restored", claimedBy: randomUUID() };
  try {
    await mails.willBeLogged(dossierId, at);
    await mails.claim(dossierId, { ...record, status: "sending" });
    await mails.settle(dossierId, { ...record, status: "sent" });
  } catch (error) {
    // Its record was restored.
    if (!(error instanceof Conflict)) throw error;
  }
}

/** Raises the counter of a year: a reference that somebody was mailed is never given to another dossier. */
export async function raiseCounter(table: Table, year: number, lastNumber: number): Promise<void> {
  const key = keys.counter(year);
  const isKnown = (await getItem(table, key, "counter")) !== undefined;
  const action = isKnown
    ? update(table, key, {
        expression: "SET lastNumber = :last",
        condition: "lastNumber < :last",
        values: { ":last": lastNumber },
      })
    : put(table, "counter", { ...key, lastNumber }, IS_NEW);
  await write(table, action);
}

/** A deletion that happened after the moment of the restore happens again: the next sweep deletes the rest. */
export async function deleteAgain(table: Table, dossier: Dossier, lost: Table): Promise<void> {
  const tombstone: Tombstone | undefined = await createTombstones(lost).find(dossier.id);
  if (!tombstone) return;
  const clocks = { ...tombstone.clocks, [DELETION_CLOCK]: tombstone.deletedAt };
  await createTombstones(table).bury({ ...tombstone, clocks }, dossier.version);
}
