import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { type StoredDocument, UPLOAD_PAGE_MINUTES } from "../../domain/documents.ts";
import type { Documents } from "../../domain/ports.ts";
import { createDocumentRecords } from "../dynamodb/document-records.ts";
import type { Table } from "../dynamodb/table.ts";
import { asAttachment } from "./attachment.ts";
import { isNamedByKey, uploadKey } from "./document-key.ts";
import { translatedS3 } from "./errors.ts";
import { fileIsThere } from "./file-is-there.ts";
import { BY, encodeActor, encodeTitle, FILE_NAME, TITLE } from "./object-metadata.ts";
import { storeDocument } from "./store-document.ts";

/** The page closes its form well before S3 does, whose answer to a late file is XML. */
const UPLOAD_SECONDS = 2 * UPLOAD_PAGE_MINUTES * 60;
/**
 * As much as S3 takes in one form. S3 answers a larger file in XML; a file that S3 takes is refused by us, unread, on a
 * page.
 */
const LARGEST_UPLOAD_BYTES = 5 * 1024 ** 3;
const DOWNLOAD_SECONDS = 5 * 60;

const NAME_FIELD = `x-amz-meta-${FILE_NAME}`;

export function createDocuments(bucket: { client: S3Client; name: string }, table: Table): Documents {
  const { client, name: Bucket } = bucket;
  const records = createDocumentRecords(table);

  return {
    find: records.find,
    findArrival: records.findArrival,
    record: records.record,
    settle: records.settle,
    takeAway: records.takeAway,
    stopClocks: records.stopClocks,

    prepareUpload: (upload, returnTo) =>
      translatedS3(upload.id, async () => {
        const { createPresignedPost } = await import("@aws-sdk/s3-presigned-post");
        const { url, fields } = await createPresignedPost(client, {
          Bucket,
          Key: uploadKey(upload),
          Conditions: [
            ["content-length-range", 0, LARGEST_UPLOAD_BYTES],
            ["starts-with", `$${NAME_FIELD}`, ""],
          ],
          Fields: {
            success_action_redirect: returnTo,
            [`x-amz-meta-${BY}`]: encodeActor(upload.by),
            ...(upload.title !== undefined && { [`x-amz-meta-${TITLE}`]: encodeTitle(upload.title) }),
          },
          Expires: UPLOAD_SECONDS,
        });
        // S3 substitutes the file name in every field before it checks the policy.
        return { url, fields: { ...fields, [NAME_FIELD]: "${filename}" } };
      }),

    isThere: (document) => fileIsThere(bucket, document),

    downloadAddress: (document) =>
      translatedS3(document.id, async () => {
        const { getSignedUrl } = await import("@aws-sdk/s3-request-presigner");
        return getSignedUrl(
          client,
          new GetObjectCommand({
            Bucket,
            Key: document.s3Key,
            VersionId: document.s3VersionId,
            ...(isNamedByKey(document.s3Key) && asAttached(document)),
          }),
          { expiresIn: DOWNLOAD_SECONDS },
        );
      }),

    put: async (document, bytes) => {
      const stored = await translatedS3(document.id, () => storeDocument(bucket, document, bytes));
      await records.recordOwn(stored);
      return stored;
    },
  };
}

/** Content headers for an object without its own. */
const asAttached = ({ name, contentType }: StoredDocument) => ({
  ResponseContentDisposition: asAttachment(name),
  ResponseContentType: contentType,
});
