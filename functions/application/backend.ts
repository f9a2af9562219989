import { setTimeout as pause } from "node:timers/promises";
import { S3Client } from "@aws-sdk/client-s3";
import { SESClient } from "@aws-sdk/client-ses";
import { SFNClient } from "@aws-sdk/client-sfn";
import type * as z from "zod";
import { ulid } from "ulid";
import type { Clock, NewId } from "../domain/ports.ts";
import { NAMES } from "../domain/names.ts";
import type { Site } from "../mail/send-mail.ts";
import { CLIENT_SETTINGS } from "../adapters/shared/client-settings.ts";
import { createAccesses } from "../adapters/dynamodb/accesses.ts";
import { createContactRequests } from "../adapters/dynamodb/contact-requests.ts";
import { createDigests } from "../adapters/dynamodb/digests.ts";
import { createDossiers } from "../adapters/dynamodb/dossiers.ts";
import { createDueItems } from "../adapters/dynamodb/due-items.ts";
import { createHumanTasks } from "../adapters/dynamodb/human-tasks.ts";
import { createLimits } from "../adapters/dynamodb/limits.ts";
import { createLines } from "../adapters/dynamodb/lines.ts";
import { createLinks } from "../adapters/dynamodb/links.ts";
import { createLogs } from "../adapters/dynamodb/logs.ts";
import { createMailRecords } from "../adapters/dynamodb/mail-records.ts";
import { createNewMails } from "../adapters/dynamodb/new-mails.ts";
import { createOutbox } from "../adapters/dynamodb/outbox.ts";
import { createPostedForms } from "../adapters/dynamodb/posted-forms.ts";
import { createPublications } from "../adapters/dynamodb/publications.ts";
import { createReadings } from "../adapters/dynamodb/readings.ts";
import { createReadyTexts } from "../adapters/dynamodb/ready-texts.ts";
import { createSessions } from "../adapters/dynamodb/sessions.ts";
import { createStaff } from "../adapters/dynamodb/staff.ts";
import { openTable } from "../adapters/dynamodb/table.ts";
import { createTemplateVersions } from "../adapters/dynamodb/template-versions.ts";
import { createTombstones } from "../adapters/dynamodb/tombstones.ts";
import { createWebhooks } from "../adapters/dynamodb/webhooks.ts";
import { ENVIRONMENTS } from "../adapters/shared/environment.ts";
import {
  alarmLimit,
  alarmParked,
  alarmUnchecked,
  measureStage,
  measureStock,
} from "../adapters/shared/observability.ts";
import { createArrivedFiles } from "../adapters/s3/arrived-files.ts";
import { createDocuments } from "../adapters/s3/documents.ts";
import { createDossierFiles } from "../adapters/s3/dossier-files.ts";
import { createExportFiles } from "../adapters/s3/exports.ts";
import { createLogDigests } from "../adapters/s3/log-digests.ts";
import { createMailArchive } from "../adapters/s3/mail-archive.ts";
import { createReceivedFiles } from "../adapters/s3/received-mails.ts";
import { createTemplateFiles } from "../adapters/s3/template-files.ts";
import { createMailer } from "../adapters/ses/mailer.ts";
import { createWorkflow } from "../adapters/step-functions/workflow.ts";

export type Environment = z.output<(typeof ENVIRONMENTS)["workflow"]>;

/** Creates every port on AWS, once per function instance. */
export function openBackend(environment: Environment) {
  const now: Clock = () => new Date();
  const newId: NewId = () => ulid(now().getTime());
  const table = openTable(environment.TABLE_NAME, undefined, now);
  const client = new S3Client(CLIENT_SETTINGS);
  const bucket = { client, name: environment.BUCKET_NAME };
  const { LOG_BUCKET_NAME, LOG_LOCK_MODE: lockMode } = environment;
  return {
    now,
    newId,
    pause: (milliseconds: number) => pause(milliseconds),
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
    receivedFiles: createReceivedFiles(bucket),
    readings: createReadings(table),
    logs: createLogs(table),
    logDigests: createLogDigests({ client, name: LOG_BUCKET_NAME, lockMode }),
    documents: createDocuments(bucket, table),
    archive: createMailArchive(bucket),
    tombstones: createTombstones(table),
    readyTexts: createReadyTexts(table),
    templates: createTemplateVersions(table),
    templateFiles: createTemplateFiles(bucket),
    publications: createPublications(table),
    webhooks: createWebhooks(table),
    outbox: createOutbox(table),
    webhookHosts: environment.WEBHOOK_HOSTS,
    asksLedDpoOnDpia: environment.LED_DPO_ON_DPIA === "on",
    publishesProtocols: environment.PUBLIC_PROTOCOLS === "on",
    files: createDossierFiles(bucket),
    arrived: createArrivedFiles(bucket),
    exports: createExportFiles(bucket),
    retention: { signed: environment.RETENTION_YEARS_SIGNED, other: environment.RETENTION_YEARS_OTHER },
    mailer: createMailer(new SESClient(CLIENT_SETTINGS), {
      from: { name: `${NAMES.desk} ${NAMES.agency}`, address: environment.MAIL_FROM },
      configurationSet: environment.MAIL_CONFIGURATION_SET,
    }),
    workflow: createWorkflow(new SFNClient(CLIENT_SETTINGS), {
      onboarding: environment.ONBOARDING_ARN,
      "out-of-use": environment.OUT_OF_USE_ARN,
    }),
    alarm: alarmParked,
    alarmLimit,
    alarmUnchecked,
    measureStage,
    measureStock,
    site: siteOf(environment),
  };
}
export type Backend = ReturnType<typeof openBackend>;

/** The same for a workflow function, from its environment variables. */
export const openWorkflowBackend = (): Backend => openBackend(ENVIRONMENTS.workflow.parse(process.env));

const siteOf = (environment: Environment): Site => ({
  publicUrl: environment.PUBLIC_URL.replace(/\/$/, ""),
  formerHosts: environment.FORMER_HOSTS.split(" ").filter(Boolean),
  names: NAMES,
  inboundDomain: environment.INBOUND_DOMAIN === "" ? undefined : environment.INBOUND_DOMAIN.toLowerCase(),
  mailboxes: {
    ledTeam: environment.LED_MAILBOX,
    ledDpo: environment.LED_DPO_MAILBOX,
    leadingOfficial: environment.LEADING_OFFICIAL_MAILBOX,
  },
});
