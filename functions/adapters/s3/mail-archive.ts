import { PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { RetryLater } from "../../domain/errors.ts";
import type { MailArchive } from "../../domain/ports.ts";
import { asCause } from "../shared/foreign-error.ts";

/** Prefix of sent mails; the id of their dossier follows. */
export const MAILS_PREFIX = "mails/";
/** Start of the key of a mail that came in, among the mails of its dossier. */
export const RECEIVED_KEY = "received/";
export const mailKey = (path: string): string => `${MAILS_PREFIX}${path}.eml`;

/**
 * Keeps the text of a mail. A mail is sent only after that, so every failure is a transient error, also a refusal: no
 * mail is given up because its text could not be kept.
 */
export const createMailArchive = (bucket: { client: S3Client; name: string }): MailArchive => ({
  keep: async (path, message) => {
    const put = new PutObjectCommand({
      Bucket: bucket.name,
      Key: mailKey(path),
      Body: message,
      ContentType: "message/rfc822",
    });
    await bucket.client.send(put).catch((error: unknown) => {
      const name = error instanceof Error ? error.name : "Unknown";
      throw new RetryLater("MAIL_NOT_KEPT", { key: path, error: name }, asCause(error));
    });
  },
});
