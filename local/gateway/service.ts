import type { IncomingMessage } from "node:http";
import type { Readable } from "node:stream";
import type { AwsError } from "../foundation/aws-error.ts";
import type { Permission } from "../iam/statements.ts";
import type { Dictionary } from "../foundation/json.ts";
import type { Caller } from "./callers.ts";

/** A call of an AWS API with an identified caller and a verified signature. */
export type Call = {
  service: string;
  operation: string;
  /** Input of the request: the JSON body, or its named parameters. */
  input: Dictionary;
  caller: Caller;
  request: IncomingMessage;
  url: URL;
  /** Empty for a service that reads the request itself. */
  body: Buffer;
};

export type Answer = { status: number; headers: Record<string, string>; body: string | Buffer | Readable };

export type Identified = { operation: string; input: Dictionary };

/** One AWS service behind the gateway. */
export interface Service {
  /** Its name in a signature's credential scope. */
  readonly name: string;
  /** Reads the request body itself, as a stream. */
  readonly streams: boolean;
  identify(request: IncomingMessage, url: URL, body: Buffer): Identified | Promise<Identified>;
  /** Permissions that the caller needs for this call. */
  permissions(call: Call): Permission[];
  handle(call: Call): Promise<Answer>;
  /** Reads an upload form with its own signature, up to the file; checks signature and policy. */
  form?(request: IncomingMessage, url: URL): Promise<Call>;
  /** An error in the protocol of this service. */
  refuse(error: AwsError, requestId: string): Answer;
  /** The service's error for a missing permission. */
  denial(call: Call, permission: Permission, explicit: boolean): AwsError;
}

export const jsonAnswer = (version: "1.0" | "1.1", body: unknown, status = 200): Answer => ({
  status,
  headers: { "content-type": `application/x-amz-json-${version}` },
  body: JSON.stringify(body),
});

/** An error of the JSON protocols: the name in `__type`. */
export const jsonError = (version: "1.0" | "1.1", error: AwsError): Answer => ({
  ...jsonAnswer(version, { __type: error.name, message: error.message, ...error.details }, error.status),
});

/** The message that most services use. */
export function notAuthorized(call: Call, { action, resource }: Permission, explicit: boolean): string {
  const why = explicit
    ? `with an explicit deny in an identity-based policy`
    : `because no identity-based policy allows the ${action} action`;
  return `User: ${call.caller.arn} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
}

export const callerName = (caller: Caller) => (caller.kind === "function" ? caller.functionName : "operator");

/** The operation of a JSON protocol: `DynamoDB_20120810.GetItem` → `GetItem`. */
export function targetOf(request: IncomingMessage): string {
  const target = request.headers["x-amz-target"];
  return typeof target === "string" ? (target.split(".")[1] ?? "") : "";
}
