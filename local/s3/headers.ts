import type { IncomingMessage } from "node:http";
import { AwsError } from "../foundation/aws-error.ts";
import type { Bucket } from "./buckets.ts";

/** Headers that are stored with an object and returned with it. */
const KEPT =
  /^(content-type|cache-control|content-disposition|content-encoding|content-language|expires|x-amz-meta-.+|x-amz-object-lock-(mode|retain-until-date))$/;

export const headersOf = (request: IncomingMessage) =>
  Object.entries(request.headers).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );

/** Maximum total size of metadata keys and values: 2 KB. */
const MOST_METADATA = 2048;

function requireMetadata(kept: ReadonlyMap<string, string>): void {
  const own = [...kept].filter(([name]) => name.startsWith("x-amz-meta-"));
  const size = own.reduce(
    (sum, [name, value]) =>
      sum + Buffer.byteLength(name.slice("x-amz-meta-".length)) + Buffer.byteLength(value),
    0,
  );
  if (size > MOST_METADATA)
    throw new AwsError("MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size");
}

/** The stored headers or form fields of an upload. */
export function keptOf(given: ReadonlyMap<string, string>): Record<string, string> {
  const kept = new Map([...given].filter(([name]) => KEPT.test(name)));
  requireMetadata(kept);
  const encoding = (kept.get("content-encoding") ?? "").replace(/,?\s*aws-chunked,?/, "");
  if (encoding === "") kept.delete("content-encoding");
  else kept.set("content-encoding", encoding);
  return { "content-type": "binary/octet-stream", ...Object.fromEntries(kept) };
}

export const encryptionHeaders = ({ keyArn }: Bucket): Record<string, string> =>
  keyArn === undefined
    ? { "x-amz-server-side-encryption": "AES256" }
    : { "x-amz-server-side-encryption": "aws:kms", "x-amz-server-side-encryption-aws-kms-key-id": keyArn };
