import { createServer, type Server } from "node:http";
import { readFileSync, globSync } from "node:fs";
import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { SESClient } from "@aws-sdk/client-ses";
import { SFNClient } from "@aws-sdk/client-sfn";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLIENT_SETTINGS } from "../../functions/adapters/shared/client-settings.ts";
import { openTable, translated } from "../../functions/adapters/dynamodb/table.ts";
import { createMailArchive } from "../../functions/adapters/s3/mail-archive.ts";
import { createMailer } from "../../functions/adapters/ses/mailer.ts";
import { createWorkflow } from "../../functions/adapters/step-functions/workflow.ts";
import { isTransient } from "../../functions/adapters/shared/transient-errors.ts";
import { GiveUp, RetryLater } from "../../functions/domain/errors.ts";

const anError = (name: string, more: object = {}) => Object.assign(new Error("m"), { name, ...more });

describe("a transient error", () => {
  it.each([
    "ThrottlingException",
    "Throttling",
    "TooManyRequestsException",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "SlowDown",
    "InternalError",
    "InternalFailure",
    "InternalServerError",
    "InternalServiceError",
    "ServiceUnavailable",
    "ServiceUnavailableException",
    "TransactionInProgressException",
    "ExecutionLimitExceeded",
    "TimeoutError",
    "RequestTimeout",
    "AccountSendingPausedException",
    "ConfigurationSetSendingPaused",
    "IncompleteBody",
  ])("is recognised by the name %s", (name) => {
    expect(isTransient(anError(name))).toBe(true);
  });

  it.each([
    ...["ECONNRESET", "ECONNREFUSED", "ETIMEDOUT", "EPIPE", "EAI_AGAIN", "ENOTFOUND"],
    ...["EHOSTUNREACH", "ENETUNREACH", "UND_ERR_CONNECT_TIMEOUT", "UND_ERR_SOCKET", "EPROTO", "EMFILE"],
    ...["EAI_FAIL", "ERR_SOCKET_CLOSED", "HPE_INVALID_EOF_STATE", "UND_ERR_RES_CONTENT_LENGTH_MISMATCH"],
  ])("is recognised by the code %s, also in nested causes", (code) => {
    const lost = anError("Error", { code });

    expect(isTransient(lost)).toBe(true);
    expect(isTransient(new TypeError("fetch failed", { cause: new Error("x", { cause: lost }) }))).toBe(true);
    expect(isTransient(new AggregateError([new Error("x"), lost]))).toBe(true);
  });

  it.each([408, 425, 429, 500, 502, 503, 504])("is recognised by the status %i", (httpStatusCode) => {
    expect(isTransient(anError("Unknown", { $metadata: { httpStatusCode } }))).toBe(true);
  });

  it("is recognised by the SDK's own mark", () => {
    expect(isTransient(anError("SomethingNew", { $retryable: { throttling: false } }))).toBe(true);
  });

  it.each([
    anError("AccessDenied", { $metadata: { httpStatusCode: 403 } }),
    anError("ValidationException", { $metadata: { httpStatusCode: 400 } }),
    anError("TaskTimedOut"),
    anError("NoSuchKey"),
    anError("ConditionalCheckFailedException"),
    new TypeError("x is not a function"),
  ])("is not %s", (error) => {
    expect(isTransient(error)).toBe(false);
  });

  it("may be its own cause", () => {
    const circular = anError("Error");
    circular.cause = circular;

    expect(isTransient(circular)).toBe(false);
  });
});

/** Behaviour of the service: "hang" sends no answer, "cut" closes the connection. */
let answer: { status: number; body: string } | "hang" | "cut" = "cut";
let server: Server;
let endpoint = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    if (answer === "cut") request.socket.destroy();
    else if (answer !== "hang") response.writeHead(answer.status).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  endpoint = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const settings = (at: string) => ({
  ...CLIENT_SETTINGS,
  requestHandler: { ...CLIENT_SETTINGS.requestHandler, requestTimeout: 100, socketTimeout: 100 },
  region: "eu-west-1",
  endpoint: at,
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "example" },
  maxAttempts: 1,
});
/** A call through each adapter, to the service at an address. */
const CALLS = {
  table: (at) => {
    const { client } = openTable("dossiers", new DynamoDBClient(settings(at)));
    return translated("k", () => client.send(new GetItemCommand({ TableName: "dossiers", Key: {} })));
  },
  bucket: (at) =>
    createMailArchive({
      client: new S3Client({ ...settings(at), forcePathStyle: true }),
      name: "b",
    }).keep("a/b", "text"),
  mail: (at) =>
    createMailer(new SESClient(settings(at)), {
      from: { name: "LED-team", address: "led@led.example" },
      configurationSet: "led",
    }).send({
      raw: Buffer.from("Subject: x\r\n\r\ny"),
      tags: {},
    }),
  workflow: (at) =>
    createWorkflow(new SFNClient(settings(at)), {
      onboarding: "arn:aws:states:eu-west-1:1:stateMachine:a",
      "out-of-use": "arn:aws:states:eu-west-1:1:stateMachine:b",
    }).start({ dossierId: "d", run: 1, resumeFrom: "CONTACT" }),
} satisfies Record<string, (at: string) => Promise<unknown>>;

describe.each(Object.entries(CALLS))("through the %s", (name, call) => {
  it.each([
    ["no answer", "hang"],
    ["a connection that is cut", "cut"],
    ["an answer of a broken gateway", { status: 502, body: "<html>Bad Gateway</html>" }],
    ["too many requests", { status: 429, body: "" }],
  ] as const)("%s is retried", async (_what, given) => {
    answer = given;

    await expect(call(endpoint)).rejects.toThrow(RetryLater);
  });

  it("an unknown host is retried", async () => {
    await expect(call("http://no-such-host.invalid:1")).rejects.toThrow(RetryLater);
  });

  it("a missing permission is permanent, except for the text of a mail, which is not given up", async () => {
    answer = { status: 403, body: "" };

    await expect(call(endpoint)).rejects.toThrow(name === "bucket" ? RetryLater : GiveUp);
  });
});

describe("SES", () => {
  const saying = (code: string, message: string, status = 400) => {
    answer = {
      status,
      body: `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r</RequestId></ErrorResponse>`,
    };
    return CALLS.mail(endpoint);
  };

  it.each([
    ["InternalFailure", "We encountered an internal error", 500],
    ["Throttling", "Maximum sending rate exceeded.", 400],
    ["AccountSendingPausedException", "Sending is paused for this account", 400],
    ["MessageRejected", "Sending suspended for this account. For more information, please check", 400],
  ])("%s (%s) is retried", async (code, message, status) => {
    await expect(saying(code, message, status)).rejects.toThrow(RetryLater);
  });

  it.each([
    ["AccessDenied", "not authorized to perform ses:SendRawEmail"],
    ["ConfigurationSetDoesNotExist", "Configuration set <led> does not exist."],
    ["MailFromDomainNotVerifiedException", "the domain is not set up"],
    [
      "MessageRejected",
      "Email address is not verified. The following identities failed the check: an@a.example",
    ],
    ["SignatureDoesNotMatch", "check your key"],
  ])("%s (%s) is an error of the configuration, not a refusal of the person", async (code, message) => {
    await expect(saying(code, message)).rejects.toThrow(GiveUp);
  });

  it.each([
    ["MessageRejected", "Address blacklisted."],
    ["InvalidParameterValue", "Local address contains control or whitespace"],
  ])("%s (%s) refuses the mail", async (code, message) => {
    expect(await saying(code, message)).toEqual({ status: "refused" });
  });
});

it("every client of the SDK is made with the settings for calls that hang", () => {
  const made = globSync("functions/**/*.{ts,tsx}").flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/new \w+Client\((.*?)\)/g)].map(([, given]) => given),
  );

  expect(made.length).toBeGreaterThan(4);
  expect(new Set(made)).toEqual(new Set(["CLIENT_SETTINGS"]));
});
