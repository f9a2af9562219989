import { randomUUID } from "node:crypto";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { SMTPServer } from "smtp-server";
import type { Cloud } from "./cloud.ts";
import type { ReceiptRule } from "../ses/receipt-rules.ts";

/** SES takes no larger mail. */
const LARGEST = 40 * 1024 * 1024;
const PASS = { status: "PASS" };

/**
 * Takes mail as SES does: a rule puts it in the bucket and calls its function. Any mail program can be pointed at it. It
 * checks no sender: every mail passes for that of its sender.
 */
export async function openSmtp(
  cloud: Cloud,
  port: number,
): Promise<{ port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    size: LARGEST,
    onRcptTo: ({ address }, _session, done) =>
      done(ruleFor(cloud, address) ? null : refusal(550, "5.1.1 Mailbox does not exist")),
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => void parts.push(part));
      stream.on("end", () => {
        if (stream.sizeExceeded) return done(refusal(552, "5.3.4 Message too long"));
        const recipients = envelope.rcptTo.map(({ address }) => address);
        const source = envelope.mailFrom ? envelope.mailFrom.address : "";
        take(cloud, { recipients, source, raw: Buffer.concat(parts) }).then(
          () => done(),
          (error: unknown) =>
            done(refusal(451, `4.3.0 ${error instanceof Error ? error.message : "Try again later"}`)),
        );
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  const address = server.server.address();
  return {
    port: typeof address === "object" && address ? address.port : port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

type Incoming = { recipients: string[]; source: string; raw: Buffer };

async function take(cloud: Cloud, { recipients, source, raw }: Incoming): Promise<void> {
  const rule = recipients.map((address) => ruleFor(cloud, address)).find(Boolean);
  if (!rule) return;
  const messageId = randomUUID();
  const client = new S3Client({ ...cloud.operator, forcePathStyle: true });
  await client.send(new PutObjectCommand({ Bucket: rule.bucket, Key: rule.prefix + messageId, Body: raw }));
  const timestamp = new Date(cloud.clock.now()).toISOString();
  const verdicts = {
    spamVerdict: PASS,
    virusVerdict: PASS,
    spfVerdict: PASS,
    dkimVerdict: PASS,
    dmarcVerdict: PASS,
  };
  const answer = await cloud.invoke(rule.functionName, {
    Records: [
      {
        eventSource: "aws:ses",
        eventVersion: "1.0",
        ses: {
          mail: { timestamp, source, messageId, destination: recipients },
          receipt: { timestamp, recipients, ...verdicts },
        },
      },
    ],
  });
  if (answer.functionError !== undefined) throw new Error(answer.payload.replace(/\s+/g, " "));
}

const ruleFor = ({ receiptRules }: Cloud, address: string): ReceiptRule | undefined => {
  const domain = address.toLowerCase().split("@").at(-1) ?? "";
  return receiptRules.find(({ recipients }) => recipients.includes(domain));
};

const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });
