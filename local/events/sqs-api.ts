import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { AwsError } from "../foundation/aws-error.ts";
import type { Clock } from "../foundation/clock.ts";
import { parseDictionary, stringOf } from "../foundation/json.ts";
import {
  type Answer,
  type Call,
  jsonAnswer,
  jsonError,
  notAuthorized,
  type Service,
  targetOf,
} from "../gateway/service.ts";
import type { Permission } from "../iam/statements.ts";
import type { QueueMessage, Queues } from "./queues.ts";

type SqsParts = { queues: Queues; clock: Clock; account: string };

/** Seconds for which a received message is hidden. */
const VISIBILITY = 30;

/** SQS, as far as it takes to read and remove dead letters: ListQueues, ReceiveMessage and DeleteMessage. */
export class SqsApi implements Service {
  readonly name = "sqs";
  readonly streams = false;
  readonly #parts: SqsParts;
  /** Moments until which received messages are hidden, by their id. */
  readonly #hidden = new Map<string, number>();

  constructor(parts: SqsParts) {
    this.#parts = parts;
  }

  identify(request: IncomingMessage, _url: URL, body: Buffer) {
    return { operation: targetOf(request), input: parseDictionary(body.toString()) };
  }

  permissions({ operation, input }: Call): Permission[] {
    const resource = operation === "ListQueues" ? "*" : this.#parts.queues.arnOf(queueIn(input["QueueUrl"]));
    return [{ action: `sqs:${operation}`, resource }];
  }

  async handle({ operation, input, url }: Call): Promise<Answer> {
    const queue = queueIn(input["QueueUrl"]);
    switch (operation) {
      case "ListQueues": {
        const names = this.#parts.queues.names.filter((name) =>
          name.startsWith(stringOf(input["QueueNamePrefix"])),
        );
        return jsonAnswer("1.0", {
          QueueUrls: names.map((name) => `${url.origin}/${this.#parts.account}/${name}`),
        });
      }
      case "ReceiveMessage":
        return jsonAnswer("1.0", {
          Messages: this.#receive(
            queue,
            Number(input["MaxNumberOfMessages"] ?? 1),
            Number(input["VisibilityTimeout"] ?? VISIBILITY),
          ),
        });
      case "DeleteMessage":
        this.#parts.queues.remove(stringOf(input["ReceiptHandle"]));
        return jsonAnswer("1.0", {});
      default:
        throw new AwsError("InvalidAction", `SQS ${operation} is not run locally`, 400);
    }
  }

  #receive(queue: string, most: number, visibility: number) {
    const now = this.#parts.clock.now();
    const visible = this.#parts.queues
      .messages(queue)
      .filter(({ id }) => (this.#hidden.get(id) ?? 0) <= now)
      .slice(0, most);
    for (const { id } of visible) this.#hidden.set(id, now + visibility * 1000);
    return visible.map(messageOf);
  }

  refuse(error: AwsError): Answer {
    return jsonError("1.0", error);
  }

  denial(call: Call, permission: Permission, explicit: boolean): AwsError {
    return new AwsError("AccessDeniedException", notAuthorized(call, permission, explicit), 403);
  }
}

const queueIn = (url: unknown): string => stringOf(url).split("/").at(-1) ?? "";

/** The id serves as receipt. The SDK compares the digest of the body. */
const messageOf = ({ id, body, attributes }: QueueMessage) => ({
  MessageId: id,
  ReceiptHandle: id,
  Body: body,
  MD5OfBody: createHash("md5").update(body).digest("hex"),
  MessageAttributes: Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name, { DataType: "String", StringValue: value }]),
  ),
});
