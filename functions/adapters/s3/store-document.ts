import { PutObjectCommand } from "@aws-sdk/client-s3";
import type { StoredDocument } from "../../domain/documents.ts";
import { asAttachment } from "./attachment.ts";
import { documentKey } from "./document-key.ts";
import type { Bucket } from "./remove-versions.ts";

export type Unstored = Omit<StoredDocument, "s3Key" | "s3VersionId">;

/**
 * Stores a document. Its name and type are metadata of the object, so that a download address holds neither: the
 * bucket's access logs record addresses and outlive an erasure.
 */
export async function storeDocument(
  { client, name: Bucket }: Bucket,
  document: Unstored,
  bytes: Uint8Array,
): Promise<StoredDocument> {
  const s3Key = documentKey(document);
  const { VersionId: s3VersionId } = await client.send(
    new PutObjectCommand({
      ...{ Bucket, Key: s3Key, Body: bytes },
      ContentType: document.contentType,
      ContentDisposition: asAttachment(document.name),
    }),
  );
  return { ...document, s3Key, s3VersionId };
}
