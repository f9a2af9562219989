import { DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { ListObjectVersionsCommand, S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import { createApp } from "../infra/app.ts";
import { type Cloud, startCloud } from "../local/cloud.ts";
import type { Usage } from "../local/gateway/counts.ts";
import { Journey } from "../test/journey/journey.ts";
import { Scene } from "../test/journey/scene.ts";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const FOLLOW_UP = "led-dev-follow-up";
const MAIL_EVENTS = "led-dev-record-delivery";

/** The reads and writes of a sweep that do not depend on due dossiers. */
const OF_NO_DOSSIER = /^\S+ (due|openTasks|byStage|LINES|STATE|STATISTICS|DIGEST)$|Put DIGEST/;

const Units = z.object({ readUnits: z.number(), writeUnits: z.number(), calls: z.number() });
type Units = z.infer<typeof Units>;

/** An onboarding from contact to in use, without a DPIA and without loops. */
export const StraightPath = z.object({
  /** Of pages, states and uploads. */
  path: Units,
  /** Of what SES reports about each mail. */
  mailEvents: Units,
  /** Of follow-up for this dossier: its line in the overview, its log, its reminders. */
  followUp: Units,
  /** Of one sweep for no dossier in particular. */
  sweep: Units,
  transitions: z.number(),
  mails: z.number(),
  /** By name of the function, without the follow-up. */
  invocations: z.record(z.string(), z.number()),
  /** Requests to S3 by class; deletions are free. */
  objectWrites: z.number(),
  objectReads: z.number(),
  uploads: z.number(),
  logBytes: z.number(),
  /** Stored at the end: the items of the dossier, as JSON, and what the system wrote into the bucket. */
  tableBytes: z.number(),
  objectBytes: z.number(),
});
export type StraightPath = z.infer<typeof StraightPath>;

/** Plays the straight path on the local cloud. After each decision a sweep runs, as within five minutes on AWS. */
export async function measureStraightPath(): Promise<StraightPath> {
  const cloud = await startCloud({ assembly: () => createApp({ environment: "dev" }), deliveries: true });
  try {
    const scene = new Scene(cloud);
    const journey = new Journey(scene);
    // The first sweep goes through all stages once, which no onboarding causes.
    await cloud.advance(10 * MINUTE);
    const before = await storedIn(cloud);
    const parts = [
      await usageOf(cloud, async () => {
        await journey.makeContact();
        for (const [place, step] of STEPS.entries()) {
          await cloud.settled();
          await cloud.advance(10 * MINUTE);
          const next = STEPS[place + 1];
          if (next !== undefined) await journey.walkTo(next, step);
        }
      }),
    ];
    // The applicant connects within a month. Reminders in between are not on the straight path.
    await cloud.advance(30 * DAY);
    parts.push(
      await usageOf(cloud, async () => {
        await journey.decide("ConnectMagda");
        await scene.mail(journey.people.contact.email, /raadplegen/);
        await cloud.settled();
        await cloud.advance(10 * MINUTE);
      }),
    );
    const after = await storedIn(cloud);
    return {
      ...summed(parts),
      tableBytes: after.tableBytes - before.tableBytes,
      objectBytes: after.objectBytes - before.objectBytes,
    };
  } finally {
    await cloud.stop();
  }
}

const STEPS = [
  ...(["SubmitIntake", "AssessIntake", "AgreePlanning", "PreAssessDpia", "SubmitProtocol"] as const),
  ...([
    "ReviewProtocol",
    "AdviseOnProtocol",
    "SignForApplicant",
    "SignForAuthority",
    "ConnectMagda",
  ] as const),
];

type Part = Usage & { logBytes: number };

async function usageOf(cloud: Cloud, act: () => Promise<void>): Promise<Part> {
  const logged = logBytesOf(cloud);
  cloud.counts.reset();
  await act();
  return { ...cloud.counts.snapshot(), logBytes: logBytesOf(cloud) - logged };
}

function summed(parts: Part[]): Omit<StraightPath, "tableBytes" | "objectBytes"> {
  const called = (names: RegExp) =>
    sum(parts.flatMap(({ calls }) => Object.entries(calls).map(([name, n]) => (names.test(name) ? n : 0))));
  const unitsBy = parts.flatMap((part) => Object.entries(part.unitsBy));
  const units = (isCounted: (caller: string, what: string) => boolean): Units =>
    sumOf(
      unitsBy.flatMap(([caller, kinds]) =>
        Object.entries(kinds).flatMap(([what, { read, write, calls }]) =>
          isCounted(caller, what) ? [{ readUnits: read, writeUnits: write, calls }] : [],
        ),
      ),
    );
  const invocations: Record<string, number> = {};
  for (const part of parts)
    for (const [name, times] of Object.entries(part.invocations))
      invocations[name] = (invocations[name] ?? 0) + times;
  const { [FOLLOW_UP]: sweeps = 1, ...others } = invocations;
  const ofSweeps = units((caller, what) => caller === FOLLOW_UP && OF_NO_DOSSIER.test(what));
  return {
    path: units((caller) => caller !== FOLLOW_UP && caller !== MAIL_EVENTS),
    mailEvents: units((caller) => caller === MAIL_EVENTS),
    followUp: units((caller, what) => caller === FOLLOW_UP && !OF_NO_DOSSIER.test(what)),
    sweep: {
      readUnits: round(ofSweeps.readUnits / sweeps),
      writeUnits: round(ofSweeps.writeUnits / sweeps),
      calls: round(ofSweeps.calls / sweeps),
    },
    transitions: sum(parts.map(({ transitions }) => transitions)),
    mails: sum(parts.map(({ mails }) => mails)),
    invocations: others,
    objectWrites: called(/^s3:(Put|Copy|Post|List)/),
    objectReads: called(/^s3:(Get|Head)/),
    uploads: called(/^s3:PostObject$/),
    logBytes: sum(parts.map(({ logBytes }) => logBytes)),
  };
}

const sumOf = (all: Units[]): Units => ({
  readUnits: sum(all.map(({ readUnits }) => readUnits)),
  writeUnits: sum(all.map(({ writeUnits }) => writeUnits)),
  calls: sum(all.map(({ calls }) => calls)),
});
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const round = (number: number) => Math.round(number * 10) / 10;

const logBytesOf = (cloud: Cloud) => sum(cloud.logs().map(({ text }) => Buffer.byteLength(text)));

async function storedIn(cloud: Cloud) {
  const TableName = cloud.physicalName("AWS::DynamoDB::Table");
  const Bucket = cloud.physicalName("AWS::S3::Bucket", "DocumentsBucket");
  const { Items = [] } = await new DynamoDBClient(cloud.operator).send(new ScanCommand({ TableName }));
  const s3 = new S3Client({ ...cloud.operator, forcePathStyle: true });
  const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
  return {
    tableBytes: sum(Items.map((item) => Buffer.byteLength(JSON.stringify(item)))),
    objectBytes: sum(Versions.map(({ Size = 0 }) => Size)),
  };
}
