import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { GetObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import type { ExportFiles } from "../../domain/ports.ts";
import { SHORT_KEPT } from "../../domain/retention.ts";
import { LARGE_FILE } from "../shared/client-settings.ts";
import { asAttachment } from "./attachment.ts";
import { translatedS3 } from "./errors.ts";
import { alarmGone, isAbsent } from "./file-is-there.ts";
import { mailKey } from "./mail-archive.ts";

/** Prefix of exports. A lifecycle rule in infra deletes them after a day. */
export const EXPORTS_PREFIX = "exports/";
const DOWNLOAD_SECONDS = 5 * 60;

const keyOf = (dossierId: string, exportId: string) => `${EXPORTS_PREFIX}${dossierId}/${exportId}.zip`;

export function createExportFiles({ client, name: Bucket }: { client: S3Client; name: string }): ExportFiles {
  const read = async (Key: string, VersionId?: string): Promise<Uint8Array> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket, Key, VersionId }));
    return Body ? Body.transformToByteArray() : new Uint8Array();
  };
  const readIfThere = async (key: string, version?: string): Promise<Uint8Array | undefined> => {
    try {
      return await read(key, version);
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  };

  return {
    readDocument: (document) =>
      translatedS3(document.id, async () => {
        const bytes = await readIfThere(document.s3Key, document.s3VersionId);
        if (!bytes) alarmGone(document);
        return bytes;
      }),

    readMail: (dossierId, key) =>
      translatedS3(dossierId, async () => {
        for (const folder of ["", ...Object.values(SHORT_KEPT).map((name) => `${name}/`)]) {
          const bytes = await readIfThere(mailKey(`${folder}${dossierId}/${key}`));
          if (bytes) return bytes;
        }
        return undefined;
      }),

    store: (dossierId, exportId, path) =>
      translatedS3(exportId, async () => {
        const { size } = await stat(path);
        await client.send(
          new PutObjectCommand({
            Bucket,
            Key: keyOf(dossierId, exportId),
            Body: createReadStream(path),
            ContentLength: size,
            ContentType: "application/zip",
          }),
          LARGE_FILE,
        );
      }),

    downloadAddress: (dossierId, exportId, name) =>
      translatedS3(exportId, async () => {
        const { getSignedUrl } = await import("@aws-sdk/s3-request-presigner");
        return getSignedUrl(
          client,
          new GetObjectCommand({
            Bucket,
            Key: keyOf(dossierId, exportId),
            ResponseContentDisposition: asAttachment(name),
            ResponseContentType: "application/zip",
          }),
          { expiresIn: DOWNLOAD_SECONDS },
        );
      }),
  };
}
