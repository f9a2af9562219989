import { DeleteObjectCommand, ListObjectVersionsCommand, type S3Client } from "@aws-sdk/client-s3";

export type Bucket = { client: S3Client; name: string };

/** Permanently deletes every version below a prefix, including delete markers: the bucket is versioned. */
export async function removeVersionsBelow({ client, name }: Bucket, Prefix: string): Promise<void> {
  let KeyMarker: string | undefined;
  let VersionIdMarker: string | undefined;
  do {
    const page = await client.send(
      new ListObjectVersionsCommand({
        ...{ Bucket: name, Prefix, KeyMarker, VersionIdMarker },
        EncodingType: "url",
      }),
    );
    for (const { Key = "", VersionId } of [...(page.Versions ?? []), ...(page.DeleteMarkers ?? [])])
      await client.send(new DeleteObjectCommand({ Bucket: name, Key: decoded(Key), VersionId }));
    KeyMarker = page.IsTruncated ? decoded(page.NextKeyMarker ?? "") : undefined;
    VersionIdMarker = page.IsTruncated ? page.NextVersionIdMarker : undefined;
  } while (KeyMarker !== undefined);
}

/** Whether this version exists under the key. */
export async function hasVersion(
  { client, name }: Bucket,
  key: string,
  versionId?: string,
): Promise<boolean> {
  const { Versions = [] } = await client.send(
    new ListObjectVersionsCommand({ Bucket: name, Prefix: key, EncodingType: "url" }),
  );
  return Versions.some(
    ({ Key = "", VersionId }) => decoded(Key) === key && (versionId === undefined || VersionId === versionId),
  );
}

/**
 * A key of an earlier version may hold a file name with characters that XML cannot represent, so keys arrive
 * URL-encoded.
 */
const decoded = (key: string): string => decodeURIComponent(key.replaceAll("+", " "));
