import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { setTimeout as delay } from "node:timers/promises";
import { AwsError } from "../foundation/aws-error.ts";
import type { Clock } from "../foundation/clock.ts";
import type { Caller, Callers } from "./callers.ts";
import type { Counts } from "./counts.ts";
import type { Effect, Faults, Moment } from "./faults.ts";
import { type Answer, type Call, callerName, type Service } from "./service.ts";
import { isSignedBy, type Signature, signatureOf, timeOf } from "./signature.ts";
import type { Iam } from "../iam/iam.ts";

export type GatewayParts = {
  clock: Clock;
  callers: Callers;
  iam: Iam;
  counts: Counts;
  faults: Faults;
  services: Service[];
  /** The event of a caller, as JSON; empty for a caller that is not a function. */
  eventOf(caller: Caller): string;
  /** Ends the execution environment of a function at once: killed, or as after a timeout. */
  end(caller: Caller, how: "crash" | "timeout"): Promise<void>;
};

/** Closes the connection without an answer, because the caller no longer exists. */
class Vanished extends Error {}

/**
 * The single entry of all AWS APIs: identifies the caller by its access key, authorizes, counts, and passes the call to
 * the service.
 */
export class Gateway {
  readonly #parts: GatewayParts;

  constructor(parts: GatewayParts) {
    this.#parts = parts;
  }

  /** Listener for an HTTP server. */
  readonly listen = (request: IncomingMessage, response: ServerResponse): void => {
    void this.#respond(request, response);
  };

  async #respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", `http://${request.headers.host ?? "127.0.0.1"}`);
    const requestId = randomUUID();
    let service = this.#service(isUpload(request) ? "s3" : "");
    try {
      const signature = signatureOf(request, url);
      service = this.#service(signature?.service ?? "s3") ?? service;
      if (!service)
        throw new AwsError(
          "UnknownOperationException",
          `The local cloud does not run ${signature?.service}.`,
          404,
        );
      const answer = await this.#answer(service, signature, request, url);
      await this.#send(response, answer, requestId);
    } catch (error) {
      if (error instanceof Vanished || response.headersSent) return void response.destroy();
      const refusal = (service ?? this.#parts.services[0])?.refuse(asAwsError(error), requestId);
      if (refusal) await this.#send(response, refusal, requestId).catch(() => response.destroy());
      request.resume();
    }
  }

  #service(name: string): Service | undefined {
    return this.#parts.services.find((service) => service.name === name);
  }

  async #answer(service: Service, signature: Signature | undefined, request: IncomingMessage, url: URL) {
    const body = service.streams ? Buffer.alloc(0) : await readAll(request);
    const caller = signature ? this.#authenticate(signature, request, url, body) : undefined;
    const { operation, input } = await service.identify(request, url, body);
    if (caller)
      return this.run(service, { service: service.name, operation, input, caller, request, url, body });
    const answer = await this.#unsigned(service, request, url);
    if (answer) return answer;
    throw new AwsError("MissingAuthenticationToken", "The request must contain a valid access key.", 403);
  }

  /** Counts, injects faults, authorizes and performs one call. */
  async run(service: Service, call: Call): Promise<Answer> {
    const caller = callerName(call.caller);
    this.#parts.counts.call(caller, `${call.service}:${call.operation}`);
    const { operation, input } = call;
    const event = this.#parts.eventOf(call.caller);
    const fault = this.#parts.faults.strike({ service: call.service, operation, caller, input, event });
    await this.#fail(fault, "before", call.caller);
    for (const permission of service.permissions(call)) this.#authorize(service, call, permission);
    const answer = await service.handle(call);
    await this.#fail(fault, "after", call.caller);
    return answer;
  }

  #authorize(service: Service, call: Call, permission: Parameters<Service["denial"]>[1]): void {
    if (call.caller.kind === "operator") return;
    const context = { "aws:SecureTransport": ["true"], ...permission.context };
    const verdict = this.#parts.iam.authorize(call.caller.roleArn, { ...permission, context });
    if (verdict !== "allowed") throw service.denial(call, permission, verdict === "denied");
  }

  #authenticate(signature: Signature, request: IncomingMessage, url: URL, body: Buffer): Caller {
    const { callers, clock } = this.#parts;
    const caller = callers.identify(signature.accessKeyId);
    if (signature.token !== callers.tokenOf(signature.accessKeyId))
      throw new AwsError("InvalidToken", "The provided token is malformed or otherwise invalid.", 400);
    if (!isSignedBy(callers.secretOf(signature.accessKeyId), signature, request, url, body))
      throw new AwsError(
        "SignatureDoesNotMatch",
        "The request signature we calculated does not match the signature you provided.",
        403,
      );
    const { expires } = signature;
    if (expires !== undefined && !(timeOf(signature.amzDate) + expires * 1000 >= clock.now()))
      throw new AwsError("AccessDenied", "Request has expired", 403);
    return caller;
  }

  /** An S3 upload form has its signature in its fields. */
  async #unsigned(service: Service, request: IncomingMessage, url: URL): Promise<Answer | undefined> {
    if (!isUpload(request) || !service.form) return undefined;
    const call = await service.form(request, url);
    return this.run(service, call);
  }

  async #fail(fault: Effect | undefined, now: Moment, caller: Caller): Promise<void> {
    if (!fault) return;
    if ("error" in fault && (fault.moment ?? "before") === now)
      throw new AwsError(fault.error, fault.message ?? `${fault.error} (injected)`, fault.status ?? 400);
    if ("latencyMs" in fault && now === "before") await delay(fault.latencyMs);
    if ("until" in fault && now === "before") await fault.until;
    if ("reset" in fault && fault.reset === now) throw new Vanished();
    if ("crash" in fault && fault.crash === now) await this.#vanish(caller, "crash");
    if ("timeout" in fault && fault.timeout === now) await this.#vanish(caller, "timeout");
  }

  async #vanish(caller: Caller, how: "crash" | "timeout"): Promise<never> {
    await this.#parts.end(caller, how);
    throw new Vanished();
  }

  /** The Date header follows the virtual clock, because SDK clients correct their own clock with it. */
  async #send(response: ServerResponse, answer: Answer, requestId: string): Promise<void> {
    response.writeHead(answer.status, {
      date: new Date(this.#parts.clock.now()).toUTCString(),
      "x-amzn-requestid": requestId,
      "x-amz-request-id": requestId,
      ...answer.headers,
    });
    if (typeof answer.body === "string" || Buffer.isBuffer(answer.body)) response.end(answer.body);
    else await pipeline(answer.body, response);
  }
}

const isUpload = (request: IncomingMessage) =>
  request.method === "POST" && (request.headers["content-type"] ?? "").startsWith("multipart/form-data");

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function asAwsError(error: unknown): AwsError {
  if (error instanceof AwsError) return error;
  return new AwsError("InternalFailure", `The local cloud failed: ${String(error)}`, 500);
}
