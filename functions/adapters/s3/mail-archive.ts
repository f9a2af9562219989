import { PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import type { MailArchive } from "../../domain/ports.ts";
import { translatedS3 } from "./errors.ts";

export const createMailArchive = (bucket: { client: S3Client; name: string }): MailArchive => ({
  keep: (path, message) =>
    translatedS3(path, async () => {
      await bucket.client.send(
        new PutObjectCommand({
          Bucket: bucket.name,
          Key: `mails/${path}.eml`,
          Body: message,
          ContentType: "message/rfc822",
        }),
      );
    }),
});
