import type { IncomingMessage } from "node:http";
import { AwsError } from "../foundation/aws-error.ts";
import type { Callers } from "../gateway/callers.ts";
import { type Answer, type Call, notAuthorized, type Service } from "../gateway/service.ts";
import type { Permission } from "../iam/statements.ts";
import { type Dictionary, dictionaryOf } from "../foundation/json.ts";
import type { Bucket } from "./buckets.ts";
import { listObjects, listVersions } from "./listing.ts";
import { ObjectOperations, type ObjectParts } from "./object-operations.ts";
import { permissionsOf } from "./permissions.ts";
import { Deletions, identifyRequest } from "./request.ts";
import { readUpload, type Upload } from "./upload-form.ts";
import { xmlError } from "./xml.ts";

type Operate = (call: Call, bucket: Bucket) => Answer | Promise<Answer>;

/** S3 on the file system: path-style addresses, signed requests, presigned addresses and upload forms. */
export class S3 implements Service {
  readonly name = "s3";
  readonly streams = true;
  readonly #parts: ObjectParts & { callers: Callers };
  readonly #objects: ObjectOperations;
  readonly #uploads = new WeakMap<Call, Upload>();
  readonly #operations: Record<string, Operate> = {
    HeadBucket: () => ({ status: 200, headers: {}, body: "" }),
    GetObject: (call, bucket) => this.#objects.read(call, bucket, true),
    HeadObject: (call, bucket) => this.#objects.read(call, bucket, false),
    PutObject: (call, bucket) => this.#objects.put(call, bucket),
    PostObject: (call, bucket) => this.#post(call, bucket),
    CopyObject: (call, bucket) => this.#objects.copy(call, bucket),
    DeleteObject: (call, bucket) => this.#objects.delete(call, bucket),
    DeleteObjects: (call, bucket) => this.#objects.deleteMany(call, bucket),
    ListObjectsV2: ({ url: { searchParams } }, bucket) =>
      listObjects(bucket.name, this.#objects.list(bucket, searchParams), searchParams),
    ListObjectVersions: ({ url: { searchParams } }, bucket) =>
      listVersions(bucket.name, this.#objects.list(bucket, searchParams), searchParams),
  };

  constructor(parts: ObjectParts & { callers: Callers }) {
    this.#parts = parts;
    this.#objects = new ObjectOperations(parts);
  }

  identify(request: IncomingMessage, url: URL): Promise<{ operation: string; input: Dictionary }> {
    return identifyRequest(request, url);
  }

  async form(request: IncomingMessage, url: URL): Promise<Call> {
    const bucket = decodeURIComponent(url.pathname.split("/")[1] ?? "");
    const upload = await readUpload(request, bucket, this.#parts.callers, this.#parts.clock.now());
    const { caller, key } = upload;
    const input = { bucket, key };
    const call = {
      service: "s3",
      operation: "PostObject",
      input,
      caller,
      request,
      url,
      body: Buffer.alloc(0),
    };
    this.#uploads.set(call, upload);
    return call;
  }

  permissions({ operation, input }: Call): Permission[] {
    const { buckets } = this.#parts;
    const deletions = input["deletions"] === undefined ? [] : Deletions.parse(input["deletions"]);
    const copied = operation === "CopyObject" ? dictionaryOf(input["copySource"]) : undefined;
    return [
      ...(copied ? permissionsOf("GetObject", copied, buckets) : []),
      ...permissionsOf(operation, input, buckets, deletions),
    ];
  }

  async handle(call: Call): Promise<Answer> {
    const operate = this.#operations[call.operation];
    if (!operate) throw new AwsError("NotImplemented", `${call.operation} is not run locally`, 501);
    return operate(call, this.#objects.bucket(call.input["bucket"]));
  }

  refuse(error: AwsError, requestId: string): Answer {
    const name = error.name === "UnrecognizedClientException" ? "InvalidAccessKeyId" : error.name;
    return xmlError(new AwsError(name, error.message, error.status, error.details), requestId);
  }

  denial(call: Call, permission: Permission, explicit: boolean): AwsError {
    return new AwsError("AccessDenied", notAuthorized(call, permission, explicit), 403);
  }

  #post(call: Call, bucket: Bucket): Promise<Answer> {
    const upload = this.#uploads.get(call);
    if (!upload) throw new AwsError("InvalidRequest", "The upload form was not read");
    return this.#objects.upload(call, bucket, upload);
  }
}
