import type { IncomingMessage } from "node:http";
import * as z from "zod";
import { AwsError } from "../foundation/aws-error.ts";
import type { Dictionary } from "../foundation/json.ts";
import { namesRetention } from "./object-lock.ts";
import { parseXml } from "./xml.ts";

export const Deletions = z.array(z.object({ key: z.string(), versionId: z.string().optional() }));
const DeleteBody = z.looseObject({
  Delete: z.looseObject({
    Quiet: z.string().optional(),
    Object: z.array(z.looseObject({ Key: z.string(), VersionId: z.string().optional() })),
  }),
});

/** Unsupported operations, answered with 501, by query parameter. */
const NOT_IMPLEMENTED = [
  "uploads",
  "uploadId",
  "tagging",
  "acl",
  "policy",
  "lifecycle",
  "retention",
  "legal-hold",
];

const ON_BUCKET: Record<string, string> = { GET: "ListObjectsV2", HEAD: "HeadBucket", POST: "PostObject" };
const ON_OBJECT: Record<string, string> = {
  GET: "GetObject",
  HEAD: "HeadObject",
  PUT: "PutObject",
  DELETE: "DeleteObject",
};

/** The operation and its parameters, from a path-style address: `/bucket/key?versionId=…`. */
export async function identifyRequest(request: IncomingMessage, url: URL) {
  const [, bucket = "", ...key] = url.pathname.split("/").map(decodeURIComponent);
  const query = url.searchParams;
  const unknown = NOT_IMPLEMENTED.find((name) => query.has(name));
  const operation = key.join("/") === "" ? onBucket(request, query) : onObject(request);
  if (unknown !== undefined || operation === undefined)
    throw new AwsError(
      "NotImplemented",
      `${request.method} ?${unknown ?? query.toString()} is not run locally`,
      501,
    );
  const input: Dictionary = { bucket, key: key.join("/"), ...optional(query, ["versionId", "prefix"]) };
  if (namesRetention(request.headers)) input["retains"] = true;
  if (operation === "CopyObject") input["copySource"] = copySource(request);
  if (operation === "DeleteObjects") input["deletions"] = await readDeletions(request);
  return { operation, input };
}

function onBucket(request: IncomingMessage, query: URLSearchParams): string | undefined {
  if (request.method === "POST" && query.has("delete")) return "DeleteObjects";
  if (request.method === "GET" && query.has("versions")) return "ListObjectVersions";
  return ON_BUCKET[request.method ?? ""];
}

function onObject(request: IncomingMessage): string | undefined {
  if (request.method === "PUT" && request.headers["x-amz-copy-source"] !== undefined) return "CopyObject";
  return ON_OBJECT[request.method ?? ""];
}

function optional(query: URLSearchParams, names: string[]): Dictionary {
  return Object.fromEntries(names.filter((name) => query.has(name)).map((name) => [name, query.get(name)]));
}

/** `/bucket/key?versionId=…`, percent-encoded. */
function copySource(request: IncomingMessage): Dictionary {
  const source = new URL(String(request.headers["x-amz-copy-source"]).replace(/^\/?/, "/"), "http://local");
  const [, bucket = "", ...key] = source.pathname.split("/").map(decodeURIComponent);
  return { bucket, key: key.join("/"), ...optional(source.searchParams, ["versionId"]) };
}

async function readDeletions(request: IncomingMessage): Promise<z.infer<typeof Deletions>> {
  let text = "";
  for await (const chunk of request) text += String(chunk);
  const { Delete } = DeleteBody.parse(parseXml(text));
  return Delete.Object.map(({ Key, VersionId }) => ({ key: Key, versionId: VersionId }));
}
