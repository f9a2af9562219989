import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { AwsError } from "../foundation/aws-error.ts";
import type { Answer } from "../gateway/service.ts";
import type { StoredObject } from "./objects.ts";

/** Response headers that the query of a presigned address may override. */
const OVERRIDES = [
  "content-type",
  "content-disposition",
  "cache-control",
  "content-language",
  "content-encoding",
  "expires",
];

export type Reading = {
  object: StoredObject;
  path: string;
  query: URLSearchParams;
  range: string | undefined;
  checksums: boolean;
};

/** Answer of GetObject and HeadObject: the stored headers, and the whole object or one range of it. */
export function readObject({ object, path, query, range, checksums }: Reading, withBody: boolean): Answer {
  const part = range === undefined ? undefined : rangeOf(range, object.size);
  const overrides = OVERRIDES.flatMap((name) => {
    const value = query.get(`response-${name}`);
    return value === null ? [] : [[name, value] as const];
  });
  const kept = Object.entries(object.headers)
    .filter(([name]) => !name.startsWith("x-amz-checksum-") || (checksums && part === undefined))
    .map(([name, value]) => [name, name.startsWith("x-amz-meta-") ? mailSafe(value) : value] as const);
  const size = part ? part.end - part.start + 1 : object.size;
  const body = withBody && size > 0 ? createReadStream(path, part) : Readable.from([]);
  return {
    status: part ? 206 : 200,
    headers: {
      ...Object.fromEntries(kept),
      ...describe(object),
      "accept-ranges": "bytes",
      "content-length": String(size),
      ...(part && { "content-range": `bytes ${part.start}-${part.end}/${object.size}` }),
      ...Object.fromEntries(overrides),
    },
    body,
  };
}

/** Non-ASCII metadata are returned in the format of RFC 2047. */
const mailSafe = (value: string): string =>
  /^[\x20-\x7e]*$/.test(value) ? value : `=?UTF-8?B?${Buffer.from(value).toString("base64")}?=`;

/** ETag, version and time of an object as response headers. */
export function describe({ etag, version, modified }: StoredObject): Record<string, string> {
  return {
    etag: `"${etag}"`,
    "last-modified": new Date(modified).toUTCString(),
    ...(version !== "null" && { "x-amz-version-id": version }),
  };
}

/** `bytes=0-9`, `bytes=10-`, `bytes=-5`; any other value returns the whole object, as in S3. */
function rangeOf(range: string, size: number): { start: number; end: number } | undefined {
  const [, first = "", last = ""] = /^bytes=(\d*)-(\d*)$/.exec(range) ?? [];
  if (first === "" && last === "") return undefined;
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (start >= size || start > end)
    throw new AwsError("InvalidRange", "The requested range is not satisfiable", 416);
  return { start, end };
}
