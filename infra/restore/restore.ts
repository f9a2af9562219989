/**
 * `npm run restore -- prepare …` brings a table that was restored to a moment in step with what happened since, before the
 * stack uses it; `npm run restore -- stop …` stops the former executions after that. Both are a dry run without `--yes`.
 * They use the AWS credentials of who runs them. docs/runbook.md, "The table must be restored", has the order.
 */
import { parseArgs } from "node:util";
import { S3Client } from "@aws-sdk/client-s3";
import { SFNClient } from "@aws-sdk/client-sfn";
import { openTable } from "../../functions/adapters/dynamodb/table.ts";
import { runCommand } from "../command-line.ts";
import { ENVIRONMENTS } from "../configuration/settings.ts";
import { archivedMails } from "./archived-mails.ts";
import { type Decided, decidedSince, executionsSince, stopExecution } from "./executions.ts";
import { contentsOf, deleteAgain, raiseCounter, recordMail, renew } from "./restored-table.ts";
import { formerOnes, type Plan, planOf } from "./plan.ts";

const USAGE = `npm run restore -- prepare --environment <dev or prod> --table <name> --since <moment> --bucket <name>
                          [--lost <name>] [--yes]
    Brings a restored table in step with what happened since, before the stack uses it.
npm run restore -- stop --environment <dev or prod> --table <name> [--yes]
    Stops the executions that are not the current one of a dossier, once the stack uses the table.

  --table   the restored table
  --since   the moment to which it was restored, such as 2026-11-27T09:30:00Z
  --bucket  the bucket of documents and mails (output DocumentsBucketName)
  --lost    the table of before, when it can be read: for what was deleted, and for the numbers that were given
  --yes     makes the changes; without it they are only listed`;

type Asked = NonNullable<ReturnType<typeof read>>;
const NOTHING = "\nNothing was changed. With --yes the changes are made.";

async function main(args: string[]): Promise<number> {
  const asked = read(args);
  if (asked?.command === "stop") return stop(asked);
  if (asked?.command === "prepare" && asked.since !== undefined && asked.bucket !== undefined)
    return prepare({ ...asked, since: asked.since, bucket: asked.bucket });
  console.error(USAGE);
  return 2;
}

async function prepare(asked: Asked & { since: string; bucket: string }): Promise<number> {
  const { environment, since, yes } = asked;
  const table = openTable(asked.table);
  const lost = asked.lost === undefined ? undefined : openTable(asked.lost);
  const workflow = new SFNClient({});
  // The local cloud has no addresses with the name of a bucket in front.
  const files = new S3Client({ forcePathStyle: true });
  const executions = await executionsSince(workflow, environment, since);
  const decisions: Decided[] = [];
  for (const execution of executions) decisions.push(...(await decidedSince(workflow, execution, since)));
  const plan = planOf({
    restored: await contentsOf(table),
    lost: lost && (await contentsOf(lost)),
    ...{ executions, decisions },
    mails: await archivedMails(files, asked.bucket, since),
  });
  tell(plan);
  if (!yes) {
    console.log(NOTHING);
    return 0;
  }
  for (const [year, number] of plan.counters) await raiseCounter(table, year, number);
  for (const mail of plan.mails) await recordMail(table, mail);
  for (const dossier of plan.toDelete) if (lost) await deleteAgain(table, dossier, lost);
  for (const { dossier, lastRun } of plan.toRenew)
    await renew(table, dossier, lastRun, new Date().toISOString());
  console.log(`\nDone. Set "restoredTable": "${asked.table}" in cdk.json and deploy.`);
  return 0;
}

async function stop({ environment, table, yes }: Asked): Promise<number> {
  const workflow = new SFNClient({});
  const running = await executionsSince(workflow, environment, new Date().toISOString());
  const former = formerOnes(running, await contentsOf(openTable(table)));
  list(
    "Executions to stop",
    former.map(({ arn }) => arn),
  );
  if (!yes) console.log(NOTHING);
  else for (const execution of former) await stopExecution(workflow, execution);
  return 0;
}

/** Undefined for arguments that are not understood. */
function read(args: string[]) {
  const text = { type: "string" } as const;
  try {
    const { values, positionals } = parseArgs({
      ...{ args, allowPositionals: true },
      options: {
        ...{ environment: text, table: text, since: text, bucket: text, lost: text },
        yes: { type: "boolean", default: false },
      },
    });
    const { table, bucket, lost, yes, since } = values;
    const environment = ENVIRONMENTS.find((one) => one === values.environment);
    if (!environment || !table || positionals.length !== 1) return undefined;
    const moment = since === undefined ? undefined : new Date(since).toISOString();
    return { command: positionals[0], environment, table, bucket, lost, yes, since: moment };
  } catch {
    return undefined;
  }
}

function list(title: string, lines: string[]): void {
  console.log([`${title}: ${lines.length}`, ...lines.map((line) => `  ${line}`)].join("\n"));
}

function tell(plan: Plan): void {
  list(
    "Dossiers that get a fresh execution at their stage",
    plan.toRenew.map(({ dossier: { reference, stage } }) => `${reference} ${stage}`),
  );
  list(
    "Deletions to repeat",
    plan.toDelete.map(({ reference }) => reference),
  );
  list(
    "Counters to raise",
    [...plan.counters].map(([year, number]) => `${year} to ${number}`),
  );
  list(
    "Mails to record as sent",
    plan.mails.map(({ dossierId, key }) => `${dossierId} ${key}`),
  );
  list("Dossiers that cannot be read, left as they are", plan.unreadable);
  list(
    "LOST: decisions, to be made again",
    plan.decisions.map(({ reference, task, outcome, at }) => `${reference} ${task} ${outcome} ${at}`),
  );
  list(
    "LOST: messages by mail, to be read in the bucket (mails/<id>/<key>.eml)",
    plan.received.map(({ dossierId, key }) => `${dossierId} ${key}`),
  );
  list(
    "LOST: dossiers, to be opened again (their mails are in the bucket, below mails/<id>)",
    plan.lost.map(({ id, reference }) => `${reference ?? "without a reference"} ${id}`),
  );
}

if (import.meta.main) await runCommand(() => main(process.argv.slice(2)));
