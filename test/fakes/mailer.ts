import { RetryLater } from "../../functions/domain/errors.ts";
import type {
  ComposedMail,
  MailArchive,
  Mailer,
  OutgoingMail,
  Suppressions,
} from "../../functions/domain/ports.ts";

/** Keeps sent mails as SES received them. */
export class FakeMailer implements Mailer {
  readonly sent: OutgoingMail[] = [];
  isDown = false;
  /** Addresses that are permanently refused. */
  readonly refused = new Set<string>();
  /** Addresses to which SES sends nothing. */
  readonly suppressed = new Set<string>();
  readonly suppressions: Suppressions = {
    lift: async (address) => void this.suppressed.delete(address),
  };
  /** Called before SES receives the mail. */
  onTheWay: () => Promise<void> = () => Promise.resolve();
  readonly #composed = new WeakMap<Uint8Array, OutgoingMail>();

  async compose(mail: OutgoingMail): Promise<ComposedMail> {
    const raw = Buffer.from(`Subject: ${mail.subject}\r\n\r\n${mail.text}`);
    this.#composed.set(raw, mail);
    return { raw, tags: mail.tags };
  }

  async send({ raw }: ComposedMail): ReturnType<Mailer["send"]> {
    const mail = this.#composed.get(raw);
    if (!mail) throw new Error("a mail that was not composed here");
    await this.onTheWay();
    if (this.isDown) throw new RetryLater("MAIL_UNAVAILABLE");
    if (mail.to.some(({ email }) => this.refused.has(email))) return { status: "refused" };
    this.sent.push(mail);
    return { status: "sent", messageId: `message-${this.sent.length}` };
  }
}

export class FakeArchive implements MailArchive {
  readonly kept = new Map<string, string>();
  isDown = false;

  async keep(path: string, message: string): Promise<void> {
    if (this.isDown) throw new RetryLater("BUCKET_UNAVAILABLE");
    this.kept.set(path, message);
  }
}
