import { GetObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { createPresignedPost } from "@aws-sdk/s3-presigned-post";
import { getSignedUrl } from "@aws-sdk/s3-request-presigner";
import { GetCommand } from "@aws-sdk/lib-dynamodb";
import { MAXIMUM_DOCUMENT_BYTES, StoredDocument } from "../../domain/documents.ts";
import type { Actor } from "../../domain/people.ts";
import type { Documents } from "../../domain/ports.ts";
import { keys } from "../dynamodb/keys.ts";
import { readItem } from "../dynamodb/read-items.ts";
import { type Table, translated } from "../dynamodb/table.ts";
import { type Condition, IS_NEW, put, write } from "../dynamodb/writes.ts";
import { asAttachment } from "./attachment.ts";
import { documentKeyPrefix } from "./document-key.ts";
import { translatedS3 } from "./errors.ts";
import { fileIsThere } from "./file-is-there.ts";

const UPLOAD_SECONDS = 15 * 60;
const DOWNLOAD_SECONDS = 5 * 60;

/** Who uploads travels with the object; header values are ASCII. */
export const actorMetadata = (by: Actor) => ({
  "by-role": by.role,
  "by-id": encodeURIComponent(by.id),
  "by-name": encodeURIComponent(by.name),
});

export function createDocuments(bucket: { client: S3Client; name: string }, table: Table): Documents {
  const { client, name: Bucket } = bucket;

  const save = (document: StoredDocument, condition: Condition) =>
    translated(document.id, () => {
      const item = { ...document, ...keys.document(document.dossierId, document.id) };
      return write(table, put(table, item, condition));
    });

  return {
    record: (document) =>
      save(document, {
        condition: "attribute_not_exists(pk) OR #scan <> :accepted",
        names: { "#scan": "scan" },
        values: { ":accepted": "accepted" },
      }),

    find: (dossierId, id) =>
      translated(id, async () => {
        const { Item } = await table.client.send(
          new GetCommand({ TableName: table.name, Key: keys.document(dossierId, id), ConsistentRead: true }),
        );
        return Item && readItem(Item, (item) => StoredDocument.parse(item));
      }),

    prepareUpload: (upload, returnTo) => {
      const metadata: Record<string, string> = {};
      for (const [name, value] of Object.entries(actorMetadata(upload.by)))
        metadata[`x-amz-meta-${name}`] = value;
      return translatedS3(upload.id, () =>
        createPresignedPost(client, {
          Bucket,
          Key: `${documentKeyPrefix(upload)}\${filename}`,
          Conditions: [["content-length-range", 0, MAXIMUM_DOCUMENT_BYTES]],
          Fields: { success_action_redirect: returnTo, ...metadata },
          Expires: UPLOAD_SECONDS,
        }),
      );
    },

    isThere: (document) => fileIsThere(bucket, document),

    downloadAddress: (document) =>
      translatedS3(document.id, () =>
        getSignedUrl(
          client,
          new GetObjectCommand({
            Bucket,
            Key: document.s3Key,
            VersionId: document.s3VersionId,
            ResponseContentDisposition: asAttachment(document.name),
            ResponseContentType: document.contentType,
          }),
          { expiresIn: DOWNLOAD_SECONDS },
        ),
      ),

    put: (document, bytes) =>
      translatedS3(document.id, async () => {
        const s3Key = `${documentKeyPrefix(document)}${document.name}`;
        const { VersionId: s3VersionId } = await client.send(
          new PutObjectCommand({
            Bucket,
            Key: s3Key,
            Body: bytes,
            ContentType: document.contentType,
            Metadata: actorMetadata(document.by),
          }),
        );
        const stored = { ...document, s3Key, s3VersionId };
        await save(stored, IS_NEW);
        return stored;
      }),
  };
}
