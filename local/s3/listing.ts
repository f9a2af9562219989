import type { Answer } from "../gateway/service.ts";
import type { StoredObject } from "./objects.ts";
import { xmlAnswer } from "./xml.ts";

const MOST_KEYS = 1000;

/** Answer of ListObjectsV2: the newest version of each key, keys with a common prefix folded. */
export function listObjects(bucket: string, objects: StoredObject[], query: URLSearchParams): Answer {
  const prefix = query.get("prefix") ?? "";
  const delimiter = query.get("delimiter") ?? "";
  const limit = Math.min(Number(query.get("max-keys") ?? MOST_KEYS), MOST_KEYS);
  const after = decodeToken(query.get("continuation-token")) ?? query.get("start-after") ?? "";
  const entries = new Map<string, StoredObject | undefined>();
  for (const object of newest(objects)) {
    const end = delimiter === "" ? -1 : object.key.indexOf(delimiter, prefix.length);
    if (end < 0) entries.set(object.key, object);
    else entries.set(object.key.slice(0, end + delimiter.length), undefined);
  }
  const remaining = [...entries].filter(([key]) => key > after);
  const page = remaining.slice(0, limit);
  const last = page.at(-1)?.[0];
  const isTruncated = remaining.length > page.length;
  return xmlAnswer("ListBucketResult", {
    Name: bucket,
    Prefix: prefix,
    ...(delimiter && { Delimiter: delimiter }),
    MaxKeys: limit,
    KeyCount: page.length,
    IsTruncated: isTruncated,
    ...(isTruncated && last && { NextContinuationToken: Buffer.from(last).toString("base64") }),
    Contents: page.flatMap(([, object]) => (object ? [describe(object)] : [])),
    CommonPrefixes: page.flatMap(([Prefix, object]) => (object ? [] : [{ Prefix }])),
  });
}

/** Answer of ListObjectVersions: every version and delete marker; at most 1000, without continuation. */
export function listVersions(bucket: string, objects: StoredObject[], query: URLSearchParams): Answer {
  const seen = new Set<string>();
  const described = objects.slice(0, MOST_KEYS).map((object) => {
    const IsLatest = !seen.has(object.key);
    seen.add(object.key);
    return { object, entry: { ...describe(object), VersionId: object.version, IsLatest } };
  });
  return xmlAnswer("ListVersionsResult", {
    Name: bucket,
    Prefix: query.get("prefix") ?? "",
    MaxKeys: MOST_KEYS,
    IsTruncated: false,
    Version: described.filter(({ object }) => object.file !== null).map(({ entry }) => entry),
    DeleteMarker: described
      .filter(({ object }) => object.file === null)
      .map(({ entry: { Key, VersionId, IsLatest, LastModified } }) => ({
        Key,
        VersionId,
        IsLatest,
        LastModified,
      })),
  });
}

function newest(objects: StoredObject[]): StoredObject[] {
  const byKey = new Map<string, StoredObject>();
  for (const object of objects) if (!byKey.has(object.key)) byKey.set(object.key, object);
  return [...byKey.values()].filter(({ file }) => file !== null);
}

const describe = ({ key, modified, etag, size }: StoredObject) => ({
  Key: key,
  LastModified: new Date(modified).toISOString(),
  ETag: `"${etag}"`,
  Size: size,
  StorageClass: "STANDARD",
});

const decodeToken = (token: string | null) =>
  token === null ? undefined : Buffer.from(token, "base64").toString();
