import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { GiveUp } from "../../domain/errors.ts";
import { Actor } from "../../domain/people.ts";
import { translatedS3 } from "./errors.ts";

/** An object as an event names it; without a version it is the newest one. `id` is its document's, for errors. */
export type ArrivedObject = { id: string; key: string; versionId?: string };

/** What the arrival of a document needs of the bucket. */
export interface ArrivedFiles {
  /** Size in bytes, and who uploaded it. */
  describe(object: ArrivedObject): Promise<{ size: number; by: Actor }>;
  read(object: ArrivedObject): Promise<Uint8Array>;
  /** The bucket keeps versions: the key shows nothing from now on, and the bytes go with the old versions. */
  remove(object: ArrivedObject): Promise<void>;
  /** This very version, for good: the one before it is the newest again, and so stays for as long as it is needed. */
  removeVersion(object: ArrivedObject & { versionId: string }): Promise<void>;
}

export function createArrivedFiles({
  client,
  name: Bucket,
}: {
  client: S3Client;
  name: string;
}): ArrivedFiles {
  return {
    describe: ({ id, key, versionId }) =>
      translatedS3(id, async () => {
        const { ContentLength = 0, Metadata = {} } = await client.send(
          new HeadObjectCommand({ Bucket, Key: key, VersionId: versionId }),
        );
        return { size: ContentLength, by: actorOf(id, Metadata) };
      }),

    read: ({ id, key, versionId }) =>
      translatedS3(id, async () => {
        const { Body } = await client.send(new GetObjectCommand({ Bucket, Key: key, VersionId: versionId }));
        return Body ? Body.transformToByteArray() : new Uint8Array();
      }),

    remove: ({ id, key }) =>
      translatedS3(id, async () => {
        await client.send(new DeleteObjectCommand({ Bucket, Key: key }));
      }),

    removeVersion: ({ id, key, versionId }) =>
      translatedS3(id, async () => {
        await client.send(new DeleteObjectCommand({ Bucket, Key: key, VersionId: versionId }));
      }),
  };
}

/** The other way round: actorMetadata in documents.ts. */
function actorOf(id: string, metadata: Record<string, string>): Actor {
  const { data } = Actor.safeParse({
    role: metadata["by-role"],
    id: decodeURIComponent(metadata["by-id"] ?? ""),
    name: decodeURIComponent(metadata["by-name"] ?? ""),
  });
  if (!data) throw new GiveUp("UPLOADER_UNKNOWN", { document: id });
  return data;
}
