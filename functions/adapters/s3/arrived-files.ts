import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import type { StoredDocument } from "../../domain/documents.ts";
import { GiveUp } from "../../domain/errors.ts";
import { quarantineKey } from "./document-key.ts";
import { translatedS3 } from "./errors.ts";
import { isAbsent } from "./file-is-there.ts";
import { readFacts, type UploadFacts } from "./object-metadata.ts";
import { type Bucket, hasVersion, removeVersionsBelow } from "./remove-versions.ts";
import { storeDocument, type Unstored } from "./store-document.ts";

/**
 * An object named by an event. `id` is the id of its document, for errors; only a key of an earlier version contains
 * `name`.
 */
export type ArrivedObject = { id: string; key: string; versionId?: string; name?: string };

/** Access to the bucket for arriving documents. */
export interface ArrivedFiles {
  /** Size in bytes, sender, and original file name; undefined when this version no longer exists. */
  describe(object: ArrivedObject): Promise<(UploadFacts & { size: number }) | undefined>;
  read(object: ArrivedObject): Promise<Uint8Array>;
  /** Stores a document in its permanent place; nothing refers to it until it is recorded. */
  store(document: Unstored, bytes: Uint8Array): Promise<StoredDocument>;
  /** Puts a document where it is checked for malware; nothing but the check and its result reads it there. */
  quarantine(document: Unstored, bytes: Uint8Array): Promise<void>;
  /** Permanently deletes this version. */
  remove(object: ArrivedObject): Promise<void>;
  /** Permanently deletes every version under a key. */
  removeAll(object: Pick<ArrivedObject, "id" | "key">): Promise<void>;
}

export function createArrivedFiles(bucket: Bucket): ArrivedFiles {
  const { client, name: Bucket } = bucket;
  return {
    describe: ({ id, key, versionId, name }) =>
      translatedS3(id, async () => {
        const asked = new HeadObjectCommand({ Bucket, Key: key, VersionId: versionId });
        const head = await client.send(asked).catch(async (error: unknown) => {
          // S3 answers "access denied" for a missing object; only the list of versions shows which it is.
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

    quarantine: (document, Body) =>
      translatedS3(document.id, async () => {
        await client.send(new PutObjectCommand({ Bucket, Key: quarantineKey(document), Body }));
      }),

    remove: ({ id, key, versionId }) =>
      translatedS3(id, async () => {
        await client.send(new DeleteObjectCommand({ Bucket, Key: key, VersionId: versionId }));
      }),

    removeAll: ({ id, key }) => translatedS3(id, () => removeVersionsBelow(bucket, key)),
  };
}
