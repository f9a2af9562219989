import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { AwsError } from "../foundation/aws-error.ts";

/** Content of a Signature Version 4. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html */
export type Signature = {
  accessKeyId: string;
  date: string;
  region: string;
  service: string;
  signedHeaders: string[];
  signature: string;
  amzDate: string;
  token: string;
  /** Validity of a presigned request in seconds; absent for a signature in the header. */
  expires?: number;
};

const HEADER = /^AWS4-HMAC-SHA256 Credential=([^,]+),\s*SignedHeaders=([^,]+),\s*Signature=([0-9a-f]+)$/;

/** The signature of a request, from its Authorization header or its query; undefined without one. */
export function signatureOf(request: IncomingMessage, url: URL): Signature | undefined {
  const query = url.searchParams;
  if (query.has("X-Amz-Signature"))
    return {
      ...scopeOf(query.get("X-Amz-Credential") ?? ""),
      signedHeaders: (query.get("X-Amz-SignedHeaders") ?? "").split(";"),
      signature: query.get("X-Amz-Signature") ?? "",
      amzDate: query.get("X-Amz-Date") ?? "",
      token: query.get("X-Amz-Security-Token") ?? "",
      expires: Number(query.get("X-Amz-Expires")),
    };
  const header = request.headers.authorization;
  if (header === undefined) return undefined;
  const [, credential, signedHeaders, signature] = HEADER.exec(header) ?? [];
  if (credential === undefined || signedHeaders === undefined || signature === undefined)
    throw new AwsError(
      "IncompleteSignatureException",
      "The Authorization header is not a Signature Version 4.",
      400,
    );
  return {
    ...scopeOf(credential),
    signedHeaders: signedHeaders.split(";"),
    signature,
    amzDate: headerOf(request, "x-amz-date"),
    token: headerOf(request, "x-amz-security-token"),
  };
}

/** `AKID/20260102/eu-west-1/s3/aws4_request` */
export function scopeOf(credential: string) {
  const [accessKeyId = "", date = "", region = "", service = ""] = credential.split("/");
  return { accessKeyId, date, region, service };
}

/** Whether this signature was made with this secret for this request. */
export function isSignedBy(
  secret: string,
  signature: Signature,
  request: IncomingMessage,
  url: URL,
  body: Buffer,
) {
  const canonical = [
    request.method ?? "GET",
    canonicalPath(url.pathname, signature.service),
    canonicalQuery(url),
    ...signature.signedHeaders.map((name) => `${name}:${headerOf(request, name).trim().replace(/ +/g, " ")}`),
    "",
    signature.signedHeaders.join(";"),
    payloadHash(signature, request, body),
  ].join("\n");
  const scope = `${signature.date}/${signature.region}/${signature.service}/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", signature.amzDate, scope, sha256(canonical)].join("\n");
  return sameText(sign(secret, signature, toSign), signature.signature);
}

/** Signs a text with the key derived for one day, region and service. */
export function sign(
  secret: string,
  { date, region, service }: Pick<Signature, "date" | "region" | "service">,
  text: string,
): string {
  const key = [date, region, service, "aws4_request"].reduce<string | Buffer>(
    (previous, part) => createHmac("sha256", previous).update(part).digest(),
    `AWS4${secret}`,
  );
  return createHmac("sha256", key).update(text).digest("hex");
}

export function sameText(left: string, right: string): boolean {
  return left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
}

/** Epoch milliseconds of `20260102T030405Z`. */
export function timeOf(amzDate: string): number {
  return Date.parse(amzDate.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
}

const sha256 = (data: string | Buffer) => createHash("sha256").update(data).digest("hex");

function headerOf(request: IncomingMessage, name: string): string {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(",") : (value ?? "");
}

function payloadHash(signature: Signature, request: IncomingMessage, body: Buffer): string {
  if (signature.expires !== undefined) return "UNSIGNED-PAYLOAD";
  return headerOf(request, "x-amz-content-sha256") || sha256(body);
}

/** Every service except S3 encodes each path segment once more. */
function canonicalPath(path: string, service: string): string {
  return service === "s3" ? path : path.split("/").map(encode).join("/");
}

function canonicalQuery(url: URL): string {
  return [...url.searchParams]
    .filter(([name]) => name !== "X-Amz-Signature")
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([a, x], [b, y]) => (a === b ? compare(x, y) : compare(a, b)))
    .map((pair) => pair.join("="))
    .join("&");
}

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);

const encode = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
