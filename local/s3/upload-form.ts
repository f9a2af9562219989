import type { IncomingMessage } from "node:http";
import { AwsError } from "../foundation/aws-error.ts";
import type { Caller, Callers } from "../gateway/callers.ts";
import type { Answer } from "../gateway/service.ts";
import { sameText, scopeOf, sign } from "../gateway/signature.ts";
import { readForm } from "./multipart.ts";
import type { StoredObject } from "./objects.ts";
import { checkPolicy, type Limits } from "./post-policy.ts";
import { tooLarge } from "./receive.ts";
import { xmlAnswer } from "./xml.ts";

/** An upload form, read up to its file, with a valid signature and policy. */
export type Upload = {
  caller: Caller;
  bucket: string;
  key: string;
  fields: ReadonlyMap<string, string>;
  limits: Limits;
  bytes: AsyncGenerator<Buffer>;
};

/** Reads a browser's upload form. https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html */
export async function readUpload(
  request: IncomingMessage,
  bucket: string,
  callers: Callers,
  now: number,
): Promise<Upload> {
  const { fields: posted, file } = await readForm(request.headers["content-type"] ?? "", request);
  const fields = withFileName(posted, file.name);
  const policy = fields.get("policy");
  if (policy === undefined) throw new AwsError("AccessDenied", "Access Denied", 403);
  const scope = scopeOf(fields.get("x-amz-credential") ?? "");
  const caller = callers.identify(scope.accessKeyId);
  if (fields.get("x-amz-security-token") !== callers.tokenOf(scope.accessKeyId))
    throw new AwsError("InvalidToken", "The provided token is malformed or otherwise invalid.", 400);
  const expected = sign(callers.secretOf(scope.accessKeyId), scope, policy);
  if (!sameText(expected, fields.get("x-amz-signature") ?? ""))
    throw new AwsError(
      "SignatureDoesNotMatch",
      "The request signature we calculated does not match the signature you provided.",
      403,
    );
  const key = fields.get("key") ?? "";
  if (key === "") throw new AwsError("InvalidArgument", "Bucket POST must contain a field named 'key'.");
  const limits = checkPolicy(policy, fields, bucket, now);
  return { caller, bucket, key, fields, limits, bytes: file.bytes };
}

/**
 * S3 inserts the file name into every field before it checks the policy; of a path it takes the last segment.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTForms.html
 */
function withFileName(fields: ReadonlyMap<string, string>, path: string): Map<string, string> {
  const name = path.split(/[\\/]/).at(-1) ?? "";
  return new Map([...fields].map(([field, value]) => [field, value.replaceAll("${filename}", () => name)]));
}

export function requireSize(size: number, { least, most }: Limits): void {
  if (size > most) throw tooLarge();
  if (size < least)
    throw new AwsError("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
}

/** Answer to the browser: the requested redirect, a description, or nothing. */
export function uploaded(
  { bucket, key, fields }: Upload,
  object: StoredObject,
  headers: Record<string, string>,
): Answer {
  const etag = `"${object.etag}"`;
  const redirect = fields.get("success_action_redirect") ?? fields.get("redirect");
  if (redirect !== undefined && URL.canParse(redirect)) {
    const location = new URL(redirect);
    for (const [name, value] of Object.entries({ bucket, key, etag })) location.searchParams.set(name, value);
    return { status: 303, headers: { ...headers, location: location.toString() }, body: "" };
  }
  const status = fields.get("success_action_status");
  if (status === "201")
    return xmlAnswer("PostResponse", { Bucket: bucket, Key: key, ETag: etag }, 201, headers);
  return { status: status === "200" ? 200 : 204, headers, body: "" };
}
