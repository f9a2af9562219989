import type { IncomingMessage, Server } from "node:http";
import ses from "aws-ses-v2-local";
import { AwsError } from "../foundation/aws-error.ts";
import type { Clock } from "../foundation/clock.ts";
import type { Counts } from "../gateway/counts.ts";
import { formParameters } from "../gateway/form-parameters.ts";
import type { Answer, Call, Service } from "../gateway/service.ts";
import type { Permission } from "../iam/statements.ts";
import { dictionaryOf, parseDictionary, stringOf } from "../foundation/json.ts";
import type { Identities } from "./identities.ts";
import type { Mailbox } from "./mailbox.ts";
import type { Suppressions } from "./suppressions.ts";
import { addressOf, type Outgoing, outgoingOf } from "./outgoing.ts";

/** Maximum size of a raw message in SES. */
const LARGEST_MESSAGE = 10 * 1024 * 1024;
const SENDS = ["SendRawEmail", "SendEmail"];
/** Version 2 of the API answers in JSON. */
const NOT_LISTED = JSON.stringify({ message: "Email address does not exist on your suppression list." });
/** Version 2 of the API: the list of addresses that get no mail. */
const SUPPRESSION = "/v2/email/suppression/addresses";
const LISTS: Record<string, string | undefined> = {
  PUT: "PutSuppressedDestination",
  DELETE: "DeleteSuppressedDestination",
};

export type SesParts = {
  clock: Clock;
  identities: Identities;
  mailbox: Mailbox;
  suppressions: Suppressions;
  counts: Counts;
};

type Listen = (config: { host: string; port: number }) => Promise<Server>;

/**
 * SES: aws-ses-v2-local judges and answers the request. That package keeps mails in memory, with real time and without
 * the sent message, so the mailbox keeps its own copy.
 */
export class Ses implements Service {
  readonly name = "ses";
  readonly streams = false;
  readonly #parts: SesParts;
  readonly #outgoing = new WeakMap<object, Outgoing>();
  #server: Promise<Server> | undefined;
  /** Called for every accepted mail. */
  onAccepted: (mail: Outgoing, messageId: string) => void = () => undefined;

  constructor(parts: SesParts) {
    this.#parts = parts;
  }

  async identify(request: IncomingMessage, url: URL, body: Buffer) {
    const listing = url.pathname.startsWith(SUPPRESSION) ? LISTS[request.method ?? ""] : undefined;
    if (listing !== undefined) return { operation: listing, input: suppressedIn(url, body) };
    const second = url.pathname.startsWith("/v2/");
    const input = second ? parseDictionary(body.toString()) : formParameters(body);
    const operation = second
      ? url.pathname.endsWith("/outbound-emails")
        ? "SendEmail"
        : ""
      : stringOf(dictionaryOf(input)["Action"]);
    if (!SENDS.includes(operation))
      throw new AwsError("InvalidAction", `SES ${operation || url.pathname} is not run locally`, 400);
    this.#outgoing.set(input, await outgoingOf(operation, input));
    return { operation, input };
  }

  permissions({ operation, input }: Call): Permission[] {
    if (!SENDS.includes(operation)) return [{ action: `ses:${operation}`, resource: "*" }];
    const { from, configurationSet } = this.#mail(input);
    return this.#parts.identities.permissions(`ses:${operation}`, addressOf(from), configurationSet);
  }

  async handle(call: Call): Promise<Answer> {
    return SENDS.includes(call.operation) ? this.#send(call) : this.#list(call);
  }

  #list({ operation, input }: Call): Answer {
    const address = stringOf(dictionaryOf(input)["EmailAddress"]);
    const json = { "content-type": "application/json" };
    if (operation === "PutSuppressedDestination") this.#parts.suppressions.add(address);
    else if (this.#parts.suppressions.remove(address) === undefined)
      return { status: 404, headers: { ...json, "x-amzn-errortype": "NotFoundException" }, body: NOT_LISTED };
    return { status: 200, headers: json, body: "{}" };
  }

  async #send(call: Call): Promise<Answer> {
    const mail = this.#mail(call.input);
    if (mail.raw.length > LARGEST_MESSAGE)
      throw new AwsError(
        "InvalidParameterValue",
        `Message length is more than ${LARGEST_MESSAGE} bytes long: '${mail.raw.length}'.`,
      );
    this.#parts.identities.check(addressOf(mail.from), mail.configurationSet);
    const { status, type, text } = await this.#forward(call);
    if (status !== 200) throw new AwsError("InvalidParameterValue", text, 400);
    const found = /<MessageId>(.*)<\/MessageId>|"MessageId":"(.*?)"/.exec(text);
    const id = found?.[1] ?? found?.[2] ?? "";
    const at = this.#parts.clock.now();
    const { from: source, destinations, raw, tags } = mail;
    this.#parts.mailbox.add({ id, at, source, destinations, raw, tags });
    this.#parts.counts.mail();
    this.onAccepted(mail, id);
    return { status, headers: { "content-type": type }, body: text };
  }

  refuse(error: AwsError, requestId: string): Answer {
    const message = error.message.replace(/[<>&]/g, (c) => `&#${c.charCodeAt(0)};`);
    return {
      status: error.status,
      headers: { "content-type": "text/xml", "x-amzn-errortype": error.name },
      body:
        `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type>` +
        `<Code>${error.name}</Code><Message>${message}</Message></Error><RequestId>${requestId}</RequestId></ErrorResponse>`,
    };
  }

  denial({ caller }: Call, { action, resource }: Permission): AwsError {
    const message = `User \`${caller.arn}' is not authorized to perform \`${action}' on resource \`${resource}'`;
    return new AwsError("AccessDenied", message, 403);
  }

  async close(): Promise<void> {
    const server = await this.#server;
    server?.closeAllConnections();
    server?.close();
  }

  #mail(input: object): Outgoing {
    const mail = this.#outgoing.get(input);
    if (!mail) throw new AwsError("InvalidParameterValue", "Nothing to send");
    return mail;
  }

  async #forward({ request, url, body }: Call): Promise<{ status: number; type: string; text: string }> {
    this.#server ??= listen({ host: "127.0.0.1", port: 0 });
    const address = (await this.#server).address();
    const port = typeof address === "object" && address ? address.port : 0;
    const response = await fetch(`http://127.0.0.1:${port}${url.pathname}`, {
      method: "POST",
      headers: {
        authorization: "AWS4-HMAC-SHA256 local",
        "content-type": request.headers["content-type"] ?? "application/x-www-form-urlencoded",
      },
      body: new Uint8Array(body),
    });
    return {
      status: response.status,
      type: response.headers.get("content-type") ?? "",
      text: await response.text(),
    };
  }
}

/** The address is in the path of a request to remove it, in the body of one to add it. */
function suppressedIn(url: URL, body: Buffer) {
  const [, named] = url.pathname.slice(SUPPRESSION.length).split("/");
  return named === undefined ? parseDictionary(body.toString()) : { EmailAddress: decodeURIComponent(named) };
}

/** In a CommonJS package the default export is a property of the module's default. */
const listen: Listen = (config) => {
  const module: unknown = ses;
  const start: unknown = dictionaryOf(module)["default"] ?? module;
  if (!isListen(start)) throw new TypeError("aws-ses-v2-local does not export a server");
  return start(config);
};
const isListen = (value: unknown): value is Listen => typeof value === "function";
