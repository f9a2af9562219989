import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { unlink } from "node:fs/promises";
import { basename } from "node:path";
import { AwsError } from "../foundation/aws-error.ts";
import type { Clock } from "../foundation/clock.ts";
import type { Caller } from "../gateway/callers.ts";
import type { Answer, Call } from "../gateway/service.ts";
import type { Permission } from "../iam/statements.ts";
import { dictionaryOf, stringOf } from "../foundation/json.ts";
import { encryptionHeaders, headersOf, keptOf } from "./headers.ts";
import { unchunk } from "./aws-chunked.ts";
import type { Bucket } from "./buckets.ts";
import type { Objects, StoredObject } from "./objects.ts";
import { describe, readObject } from "./reading.ts";
import { receive, verifyChecksums } from "./receive.ts";
import { lockHeaders, requireUnlocked } from "./object-lock.ts";
import { Deletions } from "./request.ts";
import type { Change, ObjectChange } from "./s3-event.ts";
import { requireSize, type Upload, uploaded } from "./upload-form.ts";
import { xmlAnswer } from "./xml.ts";

export type ObjectParts = {
  clock: Clock;
  objects: Objects;
  buckets: readonly Bucket[];
  /** Whether a caller has a permission: without s3:ListBucket a missing key is AccessDenied. */
  allows(caller: Caller, permission: Permission): boolean;
  onChange(change: ObjectChange): void;
};

/** Operations on objects; permissions are checked before. */
export class ObjectOperations {
  readonly #parts: ObjectParts;

  constructor(parts: ObjectParts) {
    this.#parts = parts;
  }

  bucket(name: unknown): Bucket {
    const bucket = this.#parts.buckets.find((one) => one.name === name);
    if (bucket) return bucket;
    throw new AwsError("NoSuchBucket", "The specified bucket does not exist", 404, {
      BucketName: stringOf(name),
    });
  }

  /** All versions in a bucket under the prefix of the query. */
  list(bucket: Bucket, query: URLSearchParams): StoredObject[] {
    return this.#parts.objects.list(bucket.name, query.get("prefix") ?? "");
  }

  read({ caller, input, request, url }: Call, bucket: Bucket, withBody: boolean): Answer {
    const object = this.#find(caller, bucket, stringOf(input["key"]), input["versionId"]);
    const { range } = request.headers;
    const checksums = request.headers["x-amz-checksum-mode"] === "ENABLED";
    const path = this.#parts.objects.path(object);
    const answer = readObject({ object, path, query: url.searchParams, range, checksums }, withBody);
    return { ...answer, headers: { ...answer.headers, ...encryptionHeaders(bucket) } };
  }

  async put(call: Call, bucket: Bucket): Promise<Answer> {
    const { request, input } = call;
    const key = stringOf(input["key"]);
    const exists = (this.#parts.objects.find(bucket.name, key)?.file ?? null) !== null;
    if (request.headers["if-none-match"] === "*" && exists)
      throw new AwsError(
        "PreconditionFailed",
        "At least one of the pre-conditions you specified did not hold",
        412,
      );
    const given = new Map(headersOf(request));
    const chunked = (given.get("x-amz-content-sha256") ?? "").startsWith("STREAMING-");
    return this.#store(call, bucket, key, chunked ? unchunk(request, given) : request, given);
  }

  async upload(call: Call, bucket: Bucket, upload: Upload): Promise<Answer> {
    const { limits, bytes, fields, key } = upload;
    const headers = keptOf(fields);
    const file = this.#parts.objects.newFile();
    const received = await receive(bytes, file, limits.most);
    await discardUnless(file, () => requireSize(received.size, limits));
    const object = await this.#add(call, bucket, { key, file, ...received, headers });
    return uploaded(upload, object, { ...describe(object), ...encryptionHeaders(bucket) });
  }

  async copy(call: Call, bucket: Bucket): Promise<Answer> {
    const from = dictionaryOf(call.input["copySource"]);
    const source = this.#find(
      call.caller,
      this.bucket(from["bucket"]),
      stringOf(from["key"]),
      from["versionId"],
    );
    const replaces = call.request.headers["x-amz-metadata-directive"] === "REPLACE";
    const headers = replaces ? new Map(headersOf(call.request)) : new Map(Object.entries(source.headers));
    const bytes = createReadStream(this.#parts.objects.path(source));
    const answer = await this.#store(call, bucket, stringOf(call.input["key"]), bytes, headers);
    const LastModified = new Date(this.#parts.clock.now()).toISOString();
    return xmlAnswer("CopyObjectResult", { ETag: answer.headers["etag"], LastModified }, 200, answer.headers);
  }

  async delete(call: Call, bucket: Bucket): Promise<Answer> {
    const { key, versionId } = call.input;
    const version = typeof versionId === "string" ? versionId : undefined;
    this.#requireUnlocked(call, bucket, stringOf(key), version);
    return { status: 204, headers: await this.#remove(bucket, stringOf(key), version), body: "" };
  }

  /** Answers 200, with an error for each version that is locked. */
  async deleteMany(call: Call, bucket: Bucket): Promise<Answer> {
    const Deleted: object[] = [];
    const Error: object[] = [];
    for (const { key, versionId } of Deletions.parse(call.input["deletions"])) {
      const named = { Key: key, VersionId: versionId };
      try {
        this.#requireUnlocked(call, bucket, key, versionId);
        await this.#remove(bucket, key, versionId);
        Deleted.push(named);
      } catch (error) {
        if (!(error instanceof AwsError)) throw error;
        Error.push({ ...named, Code: error.name, Message: error.message });
      }
    }
    return xmlAnswer("DeleteResult", { Deleted, Error });
  }

  /** A delete marker hides a locked version and leaves it: only the deletion of the version itself is refused. */
  #requireUnlocked({ caller, request }: Call, bucket: Bucket, key: string, version?: string): void {
    if (version === undefined) return;
    const versions = this.#parts.objects.versions(bucket.name, key);
    const action = "s3:BypassGovernanceRetention";
    requireUnlocked(
      versions.filter((object) => object.version === version),
      this.#parts.clock.now(),
      () =>
        request.headers["x-amz-bypass-governance-retention"] === "true" &&
        this.#parts.allows(caller, { action, resource: `${bucket.arn}/${key}` }),
    );
  }

  #find(caller: Caller, bucket: Bucket, key: string, version: unknown): StoredObject {
    const found = this.#parts.objects.find(
      bucket.name,
      key,
      typeof version === "string" ? version : undefined,
    );
    if (found && found.file !== null) return found;
    if (!this.#parts.allows(caller, { action: "s3:ListBucket", resource: bucket.arn }))
      throw new AwsError("AccessDenied", "Access Denied", 403);
    throw new AwsError("NoSuchKey", "The specified key does not exist.", 404, { Key: key });
  }

  async #store(
    call: Call,
    bucket: Bucket,
    key: string,
    bytes: AsyncIterable<Buffer>,
    given: Map<string, string>,
  ) {
    const kept = { ...keptOf(given), ...lockHeaders(bucket, given, this.#parts.clock.now()) };
    const file = this.#parts.objects.newFile();
    const received = await receive(bytes, file);
    const checksums = await discardUnless(file, () => verifyChecksums(given, received));
    const headers = { ...kept, ...checksums };
    const object = await this.#add(call, bucket, { key, file, ...received, headers });
    return {
      status: 200,
      headers: { ...describe(object), ...checksums, ...encryptionHeaders(bucket) },
      body: "",
    };
  }

  async #add(
    { operation }: Call,
    bucket: Bucket,
    made: Pick<StoredObject, "key" | "size" | "etag" | "headers"> & { file: string },
  ) {
    const { objects, clock } = this.#parts;
    const complete = { ...made, file: basename(made.file), bucket: bucket.name, modified: clock.now() };
    const object = await objects.add(complete, bucket.versioned);
    this.#changed(operation, bucket, object);
    return object;
  }

  async #remove(bucket: Bucket, key: string, version?: string): Promise<Record<string, string>> {
    const { objects, clock } = this.#parts;
    const gone = await objects.remove(bucket.name, key, clock.now(), bucket.versioned, version);
    if (!gone) return {};
    this.#changed("DeleteObject", bucket, gone);
    return {
      ...(gone.version !== "null" && { "x-amz-version-id": gone.version }),
      ...(gone.file === null && { "x-amz-delete-marker": "true" }),
    };
  }

  #changed(operation: string, bucket: Bucket, object: StoredObject): void {
    if (isChange(operation))
      this.#parts.onChange({ change: operation, bucket, object, requestId: randomUUID() });
  }
}

const CHANGE_NAMES = ["PutObject", "PostObject", "CopyObject", "DeleteObject"] as const satisfies Change[];
const isChange = (operation: string): operation is Change => CHANGE_NAMES.some((name) => name === operation);

async function discardUnless<T>(file: string, check: () => T): Promise<T> {
  try {
    return check();
  } catch (error) {
    await unlink(file);
    throw error;
  }
}
