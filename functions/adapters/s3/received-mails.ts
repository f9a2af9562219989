import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import type { Actor } from "../../domain/people.ts";
import { uploadKey } from "./document-key.ts";
import { translatedS3 } from "./errors.ts";
import { isAbsent } from "./file-is-there.ts";
import { mailKey, RECEIVED_KEY } from "./mail-archive.ts";
import { BY, encodeActor, encodeTitle, FILE_NAME, TITLE } from "./object-metadata.ts";
import type { Bucket } from "./remove-versions.ts";

/** Prefix of mails as SES received them; the id of SES follows. */
export const RECEIVED_PREFIX = "received/";
/** SES takes no larger mail. */
const LARGEST_BYTES = 40 * 1024 * 1024;

type Arriving = {
  id: string;
  dossierId: string;
  by: Actor;
  file: { name: string; contentType: string; content: Uint8Array };
};

/** The bucket for mails that come in. */
export interface ReceivedFiles {
  /** `gone`: it was taken in before. `too-large`: larger than SES takes. */
  read(id: string): Promise<Uint8Array | "gone" | "too-large">;
  /** Keeps the mail as it came among the mails of its dossier. */
  keep(dossierId: string, id: string, raw: Uint8Array): Promise<void>;
  /** Sends a file the way of an upload outside a task: it is scanned and recorded there. */
  takeIn(arriving: Arriving): Promise<void>;
  forget(id: string): Promise<void>;
}

/** RFC 2047, as S3 gives a name that is not ASCII. */
const asEncodedWord = (name: string): string =>
  `=?utf-8?B?${Buffer.from(name.slice(0, 200)).toString("base64")}?=`;

export function createReceivedFiles({ client, name: Bucket }: Bucket): ReceivedFiles {
  return {
    read: (id) =>
      translatedS3(id, async () => {
        const asked = new GetObjectCommand({ Bucket, Key: RECEIVED_PREFIX + id });
        const got = await client.send(asked).catch((error: unknown) => {
          if (isAbsent(error)) return undefined;
          throw error;
        });
        if (!got?.Body) return "gone";
        if ((got.ContentLength ?? 0) > LARGEST_BYTES) return "too-large";
        return got.Body.transformToByteArray();
      }),

    keep: (dossierId, id, Body) =>
      translatedS3(id, async () => {
        const Key = mailKey(`${dossierId}/${RECEIVED_KEY}${id}`);
        await client.send(new PutObjectCommand({ Bucket, Key, Body, ContentType: "message/rfc822" }));
      }),

    takeIn: ({ id, dossierId, by, file }) =>
      translatedS3(id, async () => {
        await client.send(
          new PutObjectCommand({
            Bucket,
            Key: uploadKey({ id, dossierId, kind: "other" }),
            Body: file.content,
            Metadata: {
              [BY]: encodeActor(by),
              [TITLE]: encodeTitle(file.name || "Bijlage"),
              [FILE_NAME]: asEncodedWord(file.name),
            },
          }),
        );
      }),

    forget: (id) =>
      translatedS3(id, async () => {
        await client.send(new DeleteObjectCommand({ Bucket, Key: RECEIVED_PREFIX + id }));
      }),
  };
}
