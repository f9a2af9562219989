import { randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { Cloud } from "./cloud.ts";
import type { ReceiptRule } from "../ses/receipt-rules.ts";

/** SES takes no larger mail. */
const LARGEST = 40 * 1024 * 1024;
const PASS = { status: "PASS" };

/** Parts of the local cloud that the server uses. */
type Receiver = Pick<Cloud, "receiptRules" | "operator" | "clock" | "invoke">;

/**
 * Takes mail as SES does: a rule puts it in the bucket and calls its function. Any mail program can be pointed at it. It
 * checks no sender: every mail passes for that of its sender. It listens before the local cloud has started; until then
 * it asks to try again.
 */
export class Smtp {
  readonly port: number;
  readonly #server: SMTPServer;
  readonly #state: { receiver?: Receiver };

  private constructor(server: SMTPServer, state: { receiver?: Receiver }) {
    this.#server = server;
    this.#state = state;
    const address = server.server.address();
    this.port = typeof address === "object" && address ? address.port : 0;
  }

  /** On 127.0.0.1; port 0 takes any free one. */
  static async listen(port: number): Promise<Smtp> {
    const state: { receiver?: Receiver } = {};
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ["STARTTLS", "AUTH"],
      size: LARGEST,
      closeTimeout: 100,
      onRcptTo: ({ address }, _session, done) => done(whyNot(state.receiver, address)),
      onData: (stream, session, done) =>
        void receive(state.receiver, stream, session).then(
          () => done(),
          (error: unknown) => done(error instanceof Error ? error : new Error(String(error))),
        ),
    });
    await new Promise<void>((resolve, reject) => {
      server.once("error", reject);
      server.listen(port, "127.0.0.1", resolve);
    });
    return new Smtp(server, state);
  }

  deliverTo(receiver: Receiver): void {
    this.#state.receiver = receiver;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(() => resolve()));
  }
}

function whyNot(receiver: Receiver | undefined, address: string): Error | null {
  if (!receiver) return refusal(451, "4.3.2 The local cloud is starting. Try again in a second.");
  return ruleFor(receiver, address) ? null : refusal(550, "5.1.1 Mailbox does not exist");
}

async function receive(
  receiver: Receiver | undefined,
  stream: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
): Promise<void> {
  const raw = await buffer(stream);
  if (stream.sizeExceeded) throw refusal(552, "5.3.4 Message too long");
  if (!receiver) return;
  const recipients = envelope.rcptTo.map(({ address }) => address);
  const source = envelope.mailFrom ? envelope.mailFrom.address : "";
  try {
    await deliver(receiver, { recipients, source, raw });
  } catch (error) {
    throw refusal(451, `4.3.0 ${error instanceof Error ? error.message : "Try again later"}`);
  }
}

type Incoming = { recipients: string[]; source: string; raw: Buffer };

async function deliver(receiver: Receiver, { recipients, source, raw }: Incoming): Promise<void> {
  const rule = recipients.map((address) => ruleFor(receiver, address)).find(Boolean);
  if (!rule) return;
  const messageId = randomUUID();
  const client = new S3Client({ ...receiver.operator, forcePathStyle: true });
  await client.send(new PutObjectCommand({ Bucket: rule.bucket, Key: rule.prefix + messageId, Body: raw }));
  const timestamp = new Date(receiver.clock.now()).toISOString();
  const verdicts = {
    spamVerdict: PASS,
    virusVerdict: PASS,
    spfVerdict: PASS,
    dkimVerdict: PASS,
    dmarcVerdict: PASS,
  };
  const answer = await receiver.invoke(rule.functionName, {
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

const ruleFor = ({ receiptRules }: Receiver, address: string): ReceiptRule | undefined => {
  const domain = address.toLowerCase().split("@").at(-1) ?? "";
  return receiptRules.find(({ recipients }) => recipients.includes(domain));
};

const refusal = (responseCode: number, message: string) =>
  Object.assign(new Error(message), { responseCode });
