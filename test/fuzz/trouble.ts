import { S3Client } from "@aws-sdk/client-s3";
import { SESClient } from "@aws-sdk/client-ses";
import { SFNClient } from "@aws-sdk/client-sfn";
import fc from "fast-check";
import type { Table } from "../../functions/adapters/dynamodb/table.ts";
import { createDocuments } from "../../functions/adapters/s3/documents.ts";
import { createExportFiles } from "../../functions/adapters/s3/exports.ts";
import { createMailArchive } from "../../functions/adapters/s3/mail-archive.ts";
import { createMailer } from "../../functions/adapters/ses/mailer.ts";
import { createWorkflow } from "../../functions/adapters/step-functions/workflow.ts";
import type { TestSite } from "../web/site.ts";

const SERVICES = ["table", "mail", "bucket", "workflow"] as const;
type Service = (typeof SERVICES)[number];
export const KINDS = ["throttled", "answered 500", "reset", "timed out", "answer lost"] as const;
type Kind = (typeof KINDS)[number];

/** A service whose calls all fail after a number of them. */
export type Trouble = { service: Service; kind: Kind; callsLeft: number };

export const someTrouble: fc.Arbitrary<Trouble> = fc.record({
  service: fc.constantFrom(...SERVICES),
  kind: fc.constantFrom(...KINDS),
  callsLeft: fc.oneof(fc.constant(0), fc.nat({ max: 8 })),
});

/** Error bodies of each service. */
const BODIES: Record<Exclude<Service, "table">, (code: string) => string> = {
  mail: (code) => `<ErrorResponse><Error><Code>${code}</Code><Message>x</Message></Error></ErrorResponse>`,
  bucket: (code) => `<Error><Code>${code}</Code><Message>x</Message></Error>`,
  workflow: (code) => JSON.stringify({ __type: code, message: "x" }),
};
const CODES = {
  table: { throttled: "ThrottlingException", failed: "InternalServerError" },
  mail: { throttled: "Throttling", failed: "InternalFailure" },
  bucket: { throttled: "SlowDown", failed: "InternalError" },
  workflow: { throttled: "ThrottlingException", failed: "InternalServerError" },
} as const satisfies Record<Service, { throttled: string; failed: string }>;

const connectionError = (kind: Kind): Error =>
  kind === "timed out"
    ? Object.assign(new Error("no answer"), { name: "TimeoutError" })
    : Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });

/** A connection to a service on which every call fails. */
const badLine = (service: Exclude<Service, "table">, kindNow: () => Kind) => ({
  handle: async () => {
    const kind = kindNow();
    if (kind !== "throttled" && kind !== "answered 500") throw connectionError(kind);
    const code = CODES[service][kind === "throttled" ? "throttled" : "failed"];
    const statusCode = kind === "answered 500" ? 500 : service === "bucket" ? 503 : 400;
    const body = new TextEncoder().encode(BODIES[service](code));
    return { response: { statusCode, headers: {}, body } };
  },
});

/**
 * Makes the services of a site fail on demand: the table itself, and instead of each fake its adapter on a failing
 * connection, so that errors are translated as on AWS.
 */
export function openTrouble(site: TestSite, table: Table) {
  let now: Trouble | undefined;
  const struck = new Map<Service, number>();
  const strikes = (service: Service): boolean => {
    if (now?.service !== service) return false;
    now = { ...now, callsLeft: now.callsLeft - 1 };
    const isStruck = now.callsLeft < 0;
    if (isStruck) struck.set(service, (struck.get(service) ?? 0) + 1);
    return isStruck;
  };
  const kindNow = () => now?.kind ?? "reset";

  table.client.middlewareStack.add(
    (next) => async (args) => {
      if (!strikes("table")) return next(args);
      const kind = kindNow();
      if (kind === "answer lost") await next(args);
      if (kind === "throttled") throw Object.assign(new Error("slow down"), { name: CODES.table.throttled });
      if (kind === "answered 500") throw Object.assign(new Error("x"), { name: CODES.table.failed });
      throw connectionError(kind);
    },
    { step: "initialize" },
  );

  const settings = (service: Exclude<Service, "table">) => ({
    region: "eu-west-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
    maxAttempts: 1,
    requestHandler: badLine(service, kindNow),
  });
  const bucket = { client: new S3Client(settings("bucket")), name: "documents" };
  const mailer = createMailer(new SESClient(settings("mail")), {
    from: { name: "LED-team", address: "led@led.example" },
    configurationSet: "x",
  });
  const arn = "arn:aws:states:eu-west-1:123456789012:stateMachine:x";
  const workflow = createWorkflow(new SFNClient(settings("workflow")), {
    onboarding: arn,
    "out-of-use": arn,
  });

  /** Replaces these methods of a fake; an adapter that succeeds on a failing connection would be the wrong one. */
  const fail = (service: Exclude<Service, "table">, fake: object, adapter: object, ...names: string[]) => {
    for (const name of names) {
      const [own, onBadLine] = [Reflect.get(fake, name) as unknown, Reflect.get(adapter, name) as unknown];
      if (typeof own !== "function" || typeof onBadLine !== "function")
        throw new Error(`no ${name} at ${service}`);
      Reflect.set(fake, name, async (...given: unknown[]): Promise<unknown> => {
        if (!strikes(service)) return Reflect.apply(own, fake, given) as unknown;
        if (kindNow() === "answer lost") await Reflect.apply(own, fake, given);
        await Reflect.apply(onBadLine, adapter, given);
        throw new Error(`${service} answered ${name} on a line that fails`);
      });
    }
  };
  fail("mail", site.mailer, mailer, "send");
  fail("bucket", site.archive, createMailArchive(bucket), "keep");
  fail("bucket", site.files, createExportFiles(bucket), "store", "readMail", "readDocument");
  fail("bucket", site.acts.documents, createDocuments(bucket, table), "isThere");
  fail("workflow", site.workflow, workflow, "start", "isRunning", "lastStateOf", "answer", "fail");

  return {
    /** Number of failed calls by service. */
    struck,
    /** Runs an act while this service fails. */
    during: async <Result>(trouble: Trouble | undefined, act: () => Promise<Result>): Promise<Result> => {
      now = trouble;
      try {
        return await act();
      } finally {
        now = undefined;
      }
    },
  };
}
