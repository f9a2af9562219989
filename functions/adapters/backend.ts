import { setTimeout as pause } from "node:timers/promises";
import { S3Client } from "@aws-sdk/client-s3";
import { SESClient } from "@aws-sdk/client-ses";
import { SFNClient } from "@aws-sdk/client-sfn";
import type * as z from "zod";
import { ulid } from "ulid";
import type { Clock, NewId } from "../domain/ports.ts";
import type { Site } from "../mail/send-mail.ts";
import { CLIENT_SETTINGS } from "./client-settings.ts";
import { createAccesses } from "./dynamodb/accesses.ts";
import { createContactRequests } from "./dynamodb/contact-requests.ts";
import { createDigests } from "./dynamodb/digests.ts";
import { createDossiers } from "./dynamodb/dossiers.ts";
import { createDueItems } from "./dynamodb/due-items.ts";
import { createHumanTasks } from "./dynamodb/human-tasks.ts";
import { createLimits } from "./dynamodb/limits.ts";
import { createLinks } from "./dynamodb/links.ts";
import { createMailRecords } from "./dynamodb/mail-records.ts";
import { createPostedForms } from "./dynamodb/posted-forms.ts";
import { createReadings } from "./dynamodb/readings.ts";
import { createSessions } from "./dynamodb/sessions.ts";
import { createStaff } from "./dynamodb/staff.ts";
import { openTable } from "./dynamodb/table.ts";
import { createTombstones } from "./dynamodb/tombstones.ts";
import type { ENVIRONMENTS } from "./environment.ts";
import { alarmLimit, alarmParked } from "./observability.ts";
import { createDocuments } from "./s3/documents.ts";
import { createDossierFiles } from "./s3/dossier-files.ts";
import { createExportFiles } from "./s3/exports.ts";
import { createMailArchive } from "./s3/mail-archive.ts";
import { createMailer } from "./ses/mailer.ts";
import { createWorkflow } from "./step-functions/workflow.ts";

export type Environment = z.output<(typeof ENVIRONMENTS)["workflow"]>;

/** Every port on AWS, once per function instance. */
export function openBackend(environment: Environment) {
  const now: Clock = () => new Date();
  const newId: NewId = () => ulid(now().getTime());
  const table = openTable(environment.TABLE_NAME);
  const bucket = { client: new S3Client(CLIENT_SETTINGS), name: environment.BUCKET_NAME };
  return {
    now,
    newId,
    pause: (milliseconds: number) => pause(milliseconds),
    dossiers: createDossiers(table),
    tasks: createHumanTasks(table),
    accesses: createAccesses(table),
    due: createDueItems(table),
    links: createLinks(table, now),
    requests: createContactRequests(table),
    mails: createMailRecords(table),
    digests: createDigests(table),
    sessions: createSessions(table, now),
    limits: createLimits(table),
    forms: createPostedForms(table, now),
    staff: createStaff(table),
    readings: createReadings(table),
    documents: createDocuments(bucket, table),
    archive: createMailArchive(bucket),
    tombstones: createTombstones(table),
    files: createDossierFiles(bucket),
    exports: createExportFiles(bucket),
    retention: { signed: environment.RETENTION_YEARS_SIGNED, other: environment.RETENTION_YEARS_OTHER },
    mailer: createMailer(new SESClient(CLIENT_SETTINGS), {
      from: environment.MAIL_FROM,
      configurationSet: environment.MAIL_CONFIGURATION_SET,
    }),
    workflow: createWorkflow(new SFNClient(CLIENT_SETTINGS), {
      onboarding: environment.ONBOARDING_ARN,
      "out-of-use": environment.OUT_OF_USE_ARN,
    }),
    alarm: alarmParked,
    alarmLimit,
    site: siteOf(environment),
  };
}
export type Backend = ReturnType<typeof openBackend>;

const siteOf = (environment: Environment): Site => ({
  publicUrl: environment.PUBLIC_URL.replace(/\/$/, ""),
  names: environment.NAMES,
  mailboxes: {
    ledTeam: environment.LED_MAILBOX,
    ledDpo: environment.LED_DPO_MAILBOX,
    leadingOfficial: environment.LEADING_OFFICIAL_MAILBOX,
  },
});
