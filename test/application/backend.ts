import { S3Client } from "@aws-sdk/client-s3";
import { monotonicFactory } from "ulid";
import { afterEach, beforeEach, expect } from "vitest";
import type { Backend } from "../../functions/application/backend.ts";
import { createAccesses } from "../../functions/adapters/dynamodb/accesses.ts";
import { createContactRequests } from "../../functions/adapters/dynamodb/contact-requests.ts";
import { createDigests } from "../../functions/adapters/dynamodb/digests.ts";
import { createDossiers } from "../../functions/adapters/dynamodb/dossiers.ts";
import { createDueItems } from "../../functions/adapters/dynamodb/due-items.ts";
import { createHumanTasks } from "../../functions/adapters/dynamodb/human-tasks.ts";
import { createLimits } from "../../functions/adapters/dynamodb/limits.ts";
import { createLines } from "../../functions/adapters/dynamodb/lines.ts";
import { createLinks } from "../../functions/adapters/dynamodb/links.ts";
import { createLogs } from "../../functions/adapters/dynamodb/logs.ts";
import { createMailRecords } from "../../functions/adapters/dynamodb/mail-records.ts";
import { createNewMails } from "../../functions/adapters/dynamodb/new-mails.ts";
import { createOutbox } from "../../functions/adapters/dynamodb/outbox.ts";
import { FakeReceivedFiles } from "../fakes/received-files.ts";
import { createPostedForms } from "../../functions/adapters/dynamodb/posted-forms.ts";
import { createPublications } from "../../functions/adapters/dynamodb/publications.ts";
import { createReadings } from "../../functions/adapters/dynamodb/readings.ts";
import { createSessions } from "../../functions/adapters/dynamodb/sessions.ts";
import { createReadyTexts } from "../../functions/adapters/dynamodb/ready-texts.ts";
import { createTemplateVersions } from "../../functions/adapters/dynamodb/template-versions.ts";
import { createWebhooks } from "../../functions/adapters/dynamodb/webhooks.ts";
import { createTombstones } from "../../functions/adapters/dynamodb/tombstones.ts";
import { createStaff } from "../../functions/adapters/dynamodb/staff.ts";
import type { Table } from "../../functions/adapters/dynamodb/table.ts";
import { createDocuments } from "../../functions/adapters/s3/documents.ts";
import { type Application, createApplication } from "../../functions/application/application.ts";
import type { Dossier } from "../../functions/domain/dossier.ts";
import type { HumanTask } from "../../functions/domain/human-task.ts";
import type { WholeDossier } from "../../functions/domain/ports.ts";
import type { Stage } from "../../functions/domain/process.ts";
import type { Stock } from "../../functions/domain/stock.ts";
import { createFollowUp } from "../../functions/follow-up/create-follow-up.ts";
import { openTestTable, type TestTable } from "../adapters/database.ts";
import { NOW } from "../builders/dossier.ts";
import { NAMES } from "../../functions/domain/names.ts";
import { FakeArrivedFiles } from "../fakes/arrived-files.ts";
import { FakeDossierFiles } from "../fakes/dossier-files.ts";
import { FakeLogDigests } from "../fakes/log-digests.ts";
import { FakeArchive, FakeMailer } from "../fakes/mailer.ts";
import { FakeTemplateFiles } from "../fakes/template-files.ts";
import { FakeWorkflow } from "../fakes/workflow.ts";

type Measured = Stock | { stage: Stage; days: number };
export type TestBackend = {
  table: Table;
  backend: Backend;
  acts: Application;
  workflow: FakeWorkflow;
  mailer: FakeMailer;
  archive: FakeArchive;
  files: FakeDossierFiles;
  templateFiles: FakeTemplateFiles;
  /** The bucket for arriving documents. */
  arrived: FakeArrivedFiles;
  logDigests: FakeLogDigests;
  alarms: string[];
  /** Acts that reached the limit for everything. */
  limitsReached: string[];
  /** What was measured for the dashboard. */
  measured: Measured[];
  time: { now: string };
  /** The dossier, everything that belongs to it, or one of its tasks; throw when it does not exist. */
  dossier: (id: string) => Promise<Dossier>;
  whole: (id: string) => Promise<WholeDossier>;
  task: (dossierId: string, taskId: string) => Promise<HumanTask>;
  /** Runs follow-up until nothing is due; throws failures. */
  sweep: () => Promise<void>;
};

/** The acts on real stores. Step Functions, SES and the bucket are stateful fakes. */
export function openTestBackend(table: Table): TestBackend {
  const time = { now: NOW };
  const now = () => new Date(time.now);
  const workflow = new FakeWorkflow();
  const mailer = new FakeMailer();
  const archive = new FakeArchive();
  const files = new FakeDossierFiles(archive);
  const arrived = new FakeArrivedFiles();
  const logDigests = new FakeLogDigests();
  const templateFiles = new FakeTemplateFiles();
  const alarms: string[] = [];
  const limitsReached: string[] = [];
  const measured: Measured[] = [];
  // Ids of the same moment are in order, for readable tests.
  const newUlid = monotonicFactory();
  const bucket = { client: new S3Client({ region: "eu-west-1" }), name: "documents" };
  const backend: Backend = {
    now,
    newId: () => newUlid(now().getTime()),
    pause: () => new Promise((resolve) => setTimeout(resolve, 1)),
    dossiers: createDossiers(table),
    tasks: createHumanTasks(table),
    accesses: createAccesses(table),
    due: createDueItems(table),
    lines: createLines(table),
    links: createLinks(table, now),
    requests: createContactRequests(table),
    mails: createMailRecords(table),
    digests: createDigests(table),
    sessions: createSessions(table, now),
    limits: createLimits(table),
    forms: createPostedForms(table, now),
    staff: createStaff(table),
    newMails: createNewMails(table),
    receivedFiles: new FakeReceivedFiles(),
    readings: createReadings(table),
    documents: { ...createDocuments(bucket, table), isThere: async ({ id }) => !files.gone.has(id) },
    archive,
    logs: createLogs(table),
    logDigests,
    tombstones: createTombstones(table),
    readyTexts: createReadyTexts(table),
    templates: createTemplateVersions(table),
    templateFiles,
    publications: createPublications(table),
    webhooks: createWebhooks(table),
    outbox: createOutbox(table),
    webhookHosts: ["hooks.led.example"],
    asksLedDpoOnDpia: false,
    publishesProtocols: true,
    files,
    arrived,
    exports: files,
    retention: { signed: 10, other: 1 },
    mailer,
    workflow,
    alarmLimit: (act) => void limitsReached.push(act),
    alarm: (dossierId) => void alarms.push(dossierId),
    alarmUnchecked: (dossierId) => void alarms.push(dossierId),
    measureStage: (stage, days) => void measured.push({ stage, days }),
    measureStock: (stock) => void measured.push(stock),
    site: {
      publicUrl: "https://led.example/live",
      names: NAMES,
      mailboxes: {
        ledTeam: "led@team.example",
        ledDpo: "dpo@team.example",
        leadingOfficial: "official@team.example",
      },
    },
  };
  const acts = createApplication(backend);
  return {
    table,
    backend,
    acts,
    workflow,
    mailer,
    archive,
    files,
    templateFiles,
    arrived,
    logDigests,
    alarms,
    limitsReached,
    measured,
    time,
    dossier: async (id) => there(await acts.dossiers.find(id), id),
    whole: async (id) => there(await acts.dossiers.findWhole(id), id),
    task: async (dossierId, id) => there(await acts.tasks.find(dossierId, id), id),
    sweep: async () => {
      const failures: unknown[] = [];
      await createFollowUp(acts, (due, error) => failures.push([due, error]))(() => true);
      expect(failures).toEqual([]);
    },
  };
}

function there<Thing>(found: Thing | undefined, id: string): Thing {
  if (!found) throw new Error(`no ${id}`);
  return found;
}

/** New fakes for each test, on a separate table unless one is given. */
export function backendForEachTest(shared?: Table): TestBackend {
  const test = {} as TestBackend;
  let opened: TestTable;
  beforeEach(async () => {
    if (!shared) opened = await openTestTable();
    Object.assign(test, openTestBackend(shared ?? opened.table));
  });
  if (!shared) afterEach(() => opened.database.stop());
  return test;
}
