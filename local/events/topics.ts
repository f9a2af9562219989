import { randomUUID } from "node:crypto";
import { createTransport } from "nodemailer";
import * as z from "zod";
import { parseJson } from "../foundation/json.ts";
import type { Mailbox } from "../ses/mailbox.ts";
import type { Template } from "../template/template.ts";

const Subscription = z.looseObject({ TopicArn: z.string(), Protocol: z.string(), Endpoint: z.string() });
const SENDER = "no-reply@sns.amazonaws.com";
const SUBJECT = "AWS Notification Message";

/** The topics of the template: messages are mailed to the subscribed addresses, as SNS does. */
export class Topics {
  readonly #mailbox: Mailbox;
  readonly #subscriptions: z.infer<typeof Subscription>[];

  constructor(template: Template, mailbox: Mailbox) {
    this.#mailbox = mailbox;
    this.#subscriptions = template
      .ofType("AWS::SNS::Subscription", Subscription)
      .map(({ properties }) => properties);
  }

  /** A message that EventBridge made from a text loses its quotes. */
  async publish(topicArn: string, input: string, at: number, subject = SUBJECT): Promise<void> {
    const value = parseJson(input);
    const text = typeof value === "string" ? value : input;
    for (const { TopicArn, Protocol, Endpoint } of this.#subscriptions)
      if (TopicArn === topicArn && Protocol === "email") await this.#mail(Endpoint, { subject, text }, at);
  }

  async #mail(to: string, words: { subject: string; text: string }, at: number): Promise<void> {
    const mail = { from: SENDER, to, ...words };
    const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail(mail);
    const raw = Buffer.isBuffer(message) ? message : Buffer.alloc(0);
    this.#mailbox.add({ id: randomUUID(), at, source: SENDER, destinations: [to], raw });
  }
}
