import { setTimeout as pause } from "node:timers/promises";
import { S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import { CLIENT_SETTINGS } from "../adapters/shared/client-settings.ts";
import { createStaff } from "../adapters/dynamodb/staff.ts";
import { openTable } from "../adapters/dynamodb/table.ts";
import { ENVIRONMENTS } from "../adapters/shared/environment.ts";
import { logger } from "../adapters/shared/observability.ts";
import { createArrivedFiles } from "../adapters/s3/arrived-files.ts";
import { createDocuments } from "../adapters/s3/documents.ts";
import { createReceiveDocument } from "../documents/receive-document.ts";
import { scanApart } from "../documents/scan-apart.ts";

/** "Object Created" from EventBridge. Its key is not URL-encoded, unlike the key in S3's own notifications. */
const ObjectCreated = z.object({
  detail: z.object({ object: z.object({ key: z.string(), "version-id": z.string().optional() }) }),
});

const environment = ENVIRONMENTS.documents.parse(process.env);
const bucket = { client: new S3Client(CLIENT_SETTINGS), name: environment.BUCKET_NAME };
const table = openTable(environment.TABLE_NAME);
const receive = createReceiveDocument({
  files: createArrivedFiles(bucket),
  documents: createDocuments(bucket, table),
  staff: createStaff(table),
  scan: async (bytes) => {
    const { tripped, ...scan } = await scanApart(bytes, environment.TRUSTED_ISSUERS);
    if (tripped) logger.warn("DOCUMENT_TRIPS_ITS_READER", { error: tripped });
    return scan;
  },
  now: () => new Date(),
  pause: (milliseconds) => pause(milliseconds),
});

export const handler = async (event: unknown): Promise<void> => {
  const { key, "version-id": versionId } = ObjectCreated.parse(event).detail.object;
  logger.info("DOCUMENT_TAKEN_IN", await receive({ key, versionId }));
};
