import { PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import type { MailArchive } from "../../domain/ports.ts";
import { translatedS3 } from "./errors.ts";

/** Prefix of sent mails; the id of their dossier follows. */
export const MAILS_PREFIX = "mails/";
export const mailKey = (path: string): string => `${MAILS_PREFIX}${path}.eml`;

export const createMailArchive = (bucket: { client: S3Client; name: string }): MailArchive => ({
  keep: (path, message) =>
    translatedS3(path, async () => {
      await bucket.client.send(
        new PutObjectCommand({
          Bucket: bucket.name,
          Key: mailKey(path),
          Body: message,
          ContentType: "message/rfc822",
        }),
      );
    }),
});
