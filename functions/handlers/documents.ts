import { setTimeout as pause } from "node:timers/promises";
import { S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import { CLIENT_SETTINGS } from "../adapters/shared/client-settings.ts";
import { createStaff } from "../adapters/dynamodb/staff.ts";
import { openTable } from "../adapters/dynamodb/table.ts";
import type { Clock } from "../domain/ports.ts";
import { ENVIRONMENTS } from "../adapters/shared/environment.ts";
import { alarmUnchecked, logger } from "../adapters/shared/observability.ts";
import { createArrivedFiles } from "../adapters/s3/arrived-files.ts";
import { createDocuments } from "../adapters/s3/documents.ts";
import { createTemplateArrivals, templateIdOf } from "../adapters/s3/template-arrivals.ts";
import { createReceiveDocument } from "../documents/receive-document.ts";
import { scanApart } from "../documents/scan-apart.ts";
import { type CheckResult, createSettleCheck } from "../documents/settle-check.ts";
import { createSettleTemplate, createTakeInTemplate } from "../documents/take-in-template.ts";

/** "Object Created" from EventBridge. Its key is not URL-encoded, unlike the key in S3's own notifications. */
const ObjectCreated = z.object({
  "detail-type": z.literal("Object Created"),
  detail: z.object({ object: z.object({ key: z.string(), "version-id": z.string().optional() }) }),
});

/**
 * The result of a check for malware.
 * https://docs.aws.amazon.com/guardduty/latest/ug/monitor-with-eventbridge-s3-malware-protection.html
 */
const ScanResult = z.object({
  "detail-type": z.literal("GuardDuty Malware Protection Object Scan Result"),
  detail: z.object({
    s3ObjectDetails: z.object({ objectKey: z.string(), versionId: z.string().optional() }),
    scanResultDetails: z.object({
      scanResultStatus: z.enum([
        "NO_THREATS_FOUND",
        "THREATS_FOUND",
        "UNSUPPORTED",
        "ACCESS_DENIED",
        "FAILED",
      ]),
    }),
  }),
});
const Event = z.discriminatedUnion("detail-type", [ObjectCreated, ScanResult]);
type Status = z.infer<typeof ScanResult>["detail"]["scanResultDetails"]["scanResultStatus"];

const RESULTS = {
  NO_THREATS_FOUND: "clean",
  THREATS_FOUND: "malware",
  /** It has a password, or is packed in a way that GuardDuty does not unpack. */
  UNSUPPORTED: "unchecked",
  ACCESS_DENIED: "unchecked",
  FAILED: "unchecked",
} as const satisfies Record<Status, CheckResult>;
/** Results for which the operators, and not the sender, have something to do. */
const FAULTS: readonly Status[] = ["ACCESS_DENIED", "FAILED"];

const environment = ENVIRONMENTS.documents.parse(process.env);
const bucket = { client: new S3Client(CLIENT_SETTINGS), name: environment.BUCKET_NAME };
const now: Clock = () => new Date();
const table = openTable(environment.TABLE_NAME, undefined, now);
const deps = {
  files: createArrivedFiles(bucket),
  documents: createDocuments(bucket, table),
  staff: createStaff(table),
  now,
  pause: (milliseconds: number) => pause(milliseconds),
};
const settle = createSettleCheck(deps);
const quarantines = environment.MALWARE_CHECK === "on";
const templates = createTemplateArrivals(bucket);
const takeInTemplate = createTakeInTemplate({ templates, quarantines });
const settleTemplate = createSettleTemplate({ templates });
const receive = createReceiveDocument({
  ...deps,
  quarantines,
  scan: async (bytes) => {
    const { tripped, ...scan } = await scanApart(bytes, environment.TRUSTED_ISSUERS);
    if (tripped) logger.warn("DOCUMENT_TRIPS_ITS_READER", { error: tripped });
    return scan;
  },
});

export const handler = async (event: unknown): Promise<void> => {
  const told = Event.parse(event);
  if (told["detail-type"] === "Object Created") {
    const { key, "version-id": versionId } = told.detail.object;
    const template = templateIdOf(key);
    if (template !== undefined)
      return logger.info("TEMPLATE_TAKEN_IN", {
        template,
        scan: await takeInTemplate({ id: template, key, versionId }),
      });
    return logger.info("DOCUMENT_TAKEN_IN", await receive({ key, versionId }));
  }
  const { objectKey: key, versionId } = told.detail.s3ObjectDetails;
  const { scanResultStatus: status } = told.detail.scanResultDetails;
  const template = templateIdOf(key);
  if (template !== undefined) {
    const scan = await settleTemplate({ id: template, key, versionId }, RESULTS[status]);
    return logger.info("TEMPLATE_CHECKED", { template, scan, status });
  }
  const settled = await settle({ key, versionId }, RESULTS[status]);
  logger.info("DOCUMENT_CHECKED", { ...settled, status });
  if (FAULTS.includes(status) && settled.scan === "refused-unchecked") alarmUnchecked(settled.dossierId);
};
