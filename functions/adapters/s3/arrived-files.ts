import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand } from "@aws-sdk/client-s3";
import type { StoredDocument } from "../../domain/documents.ts";
import { GiveUp } from "../../domain/errors.ts";
import { translatedS3 } from "./errors.ts";
import { isAbsent } from "./file-is-there.ts";
import { readFacts, type UploadFacts } from "./object-metadata.ts";
import { type Bucket, hasVersion, removeVersionsBelow } from "./remove-versions.ts";
import { storeDocument, type Unstored } from "./store-document.ts";

/** An object as an event names it. `id` is its document's, for errors; `name` is in the key of an earlier version only. */
export type ArrivedObject = { id: string; key: string; versionId?: string; name?: string };

/** What the arrival of a document needs of the bucket. */
export interface ArrivedFiles {
  /** Size in bytes, who sends it, and the file name as given; undefined when this version is not there any more. */
  describe(object: ArrivedObject): Promise<(UploadFacts & { size: number }) | undefined>;
  read(object: ArrivedObject): Promise<Uint8Array>;
  /** Puts a document where it stays; nothing refers to it until it is recorded. */
  store(document: Unstored, bytes: Uint8Array): Promise<StoredDocument>;
  /** This very version, for good. */
  remove(object: ArrivedObject): Promise<void>;
  /** Every version of whatever stands under a key, for good. */
  removeAll(object: Pick<ArrivedObject, "id" | "key">): Promise<void>;
}

export function createArrivedFiles(bucket: Bucket): ArrivedFiles {
  const { client, name: Bucket } = bucket;
  return {
    describe: ({ id, key, versionId, name }) =>
      translatedS3(id, async () => {
        const asked = new HeadObjectCommand({ Bucket, Key: key, VersionId: versionId });
        const head = await client.send(asked).catch(async (error: unknown) => {
          // S3 says of what is gone that it is denied: only the list of versions knows.
          if (isAbsent(error) && !(await hasVersion(bucket, key, versionId))) return undefined;
          throw error;
        });
        if (!head) return undefined;
        const { ContentLength = 0, Metadata = {} } = head;
        const facts = readFacts(Metadata, name);
        if (!facts) throw new GiveUp("UPLOADER_UNKNOWN", { document: id });
        return { ...facts, size: ContentLength };
      }),

    read: ({ id, key, versionId }) =>
      translatedS3(id, async () => {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: key, VersionId: versionId }));
        return Body ? Body.transformToByteArray() : new Uint8Array();
      }),

    store: (document, bytes) => translatedS3(document.id, () => storeDocument(bucket, document, bytes)),

    remove: ({ id, key, versionId }) =>
      translatedS3(id, async () => {
        await client.send(new DeleteObjectCommand({ Bucket, Key: key, VersionId: versionId }));
      }),

    removeAll: ({ id, key }) => translatedS3(id, () => removeVersionsBelow(bucket, key)),
  };
}
