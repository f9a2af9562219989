import { AwsError } from "../foundation/aws-error.ts";
import type { Answer } from "../gateway/service.ts";
import type { StoredObject } from "./objects.ts";
import { xmlAnswer } from "./xml.ts";

const MOST_KEYS = 1000;

/** Answer of ListObjectsV2: the newest version of each key; keys with a common prefix are grouped. */
export function listObjects(bucket: string, objects: StoredObject[], query: URLSearchParams): Answer {
  const prefix = query.get("prefix") ?? "";
  const delimiter = query.get("delimiter") ?? "";
  const limit = limitOf(query);
  const encode = encodingOf(query);
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
    Prefix: encode(prefix),
    ...(delimiter && { Delimiter: encode(delimiter) }),
    ...(query.has("encoding-type") && { EncodingType: "url" }),
    MaxKeys: limit,
    KeyCount: page.length,
    IsTruncated: isTruncated,
    ...(isTruncated && last && { NextContinuationToken: Buffer.from(last).toString("base64") }),
    Contents: page.flatMap(([key, object]) => (object ? [{ ...describe(object), Key: encode(key) }] : [])),
    CommonPrefixes: page.flatMap(([prefix, object]) => (object ? [] : [{ Prefix: encode(prefix) }])),
  });
}

/**
 * Answer of ListObjectVersions: all versions and delete markers, by key and then newest first; a page continues after
 * the version in its markers. https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html
 */
export function listVersions(bucket: string, objects: StoredObject[], query: URLSearchParams): Answer {
  if (query.has("delimiter"))
    throw new AwsError("NotImplemented", "ListObjectVersions with a delimiter is not run locally", 501);
  const limit = limitOf(query);
  const encode = encodingOf(query);
  const remaining = afterMarkers(objects, query);
  const page = remaining.slice(0, limit);
  const last = page.at(-1);
  const isTruncated = remaining.length > page.length;
  const isLatest = (object: StoredObject) => objects.find(({ key }) => key === object.key) === object;
  const described = page.map((object) => {
    const { Key, ...entry } = describe(object);
    return {
      object,
      entry: { Key: encode(Key), VersionId: object.version, IsLatest: isLatest(object), ...entry },
    };
  });
  return xmlAnswer("ListVersionsResult", {
    Name: bucket,
    Prefix: encode(query.get("prefix") ?? ""),
    KeyMarker: encode(query.get("key-marker") ?? ""),
    VersionIdMarker: query.get("version-id-marker") ?? "",
    ...(isTruncated && last && { NextKeyMarker: encode(last.key), NextVersionIdMarker: last.version }),
    MaxKeys: limit,
    ...(query.has("encoding-type") && { EncodingType: "url" }),
    IsTruncated: isTruncated,
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

/** The versions after the markers; with a key alone, after all its versions. */
function afterMarkers(objects: StoredObject[], query: URLSearchParams): StoredObject[] {
  const key = query.get("key-marker") || undefined;
  const version = query.get("version-id-marker") || undefined;
  if (key === undefined && version !== undefined)
    throw new AwsError("InvalidArgument", "A version-id marker cannot be specified without a key marker.");
  if (key === undefined) return objects;
  const versions = objects.filter((object) => object.key === key);
  const seen = versions.findIndex((object) => object.version === version);
  const left = version === undefined ? [] : versions.slice(seen + 1);
  return [...left, ...objects.filter((object) => Buffer.compare(bytesOf(object.key), bytesOf(key)) > 0)];
}

const bytesOf = (text: string) => Buffer.from(text, "utf8");

const limitOf = (query: URLSearchParams) => Math.min(Number(query.get("max-keys") || MOST_KEYS), MOST_KEYS);

/** Encoding of keys: as they are, or URL-encoded, because XML cannot contain every character of a key. */
function encodingOf(query: URLSearchParams): (key: string) => string {
  const type = query.get("encoding-type");
  if (type === null) return (key) => key;
  if (type !== "url") throw new AwsError("InvalidArgument", "Invalid Encoding Method specified in Request");
  return (key) => encodeURIComponent(key).replaceAll("%2F", "/").replaceAll("%20", "+");
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
