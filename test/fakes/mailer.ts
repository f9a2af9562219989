import { GiveUp, RetryLater } from "../../functions/domain/errors.ts";
import type { MailArchive, Mailer, OutgoingMail } from "../../functions/domain/ports.ts";

/** Keeps what was sent. */
export class FakeMailer implements Mailer {
  readonly sent: OutgoingMail[] = [];
  isDown = false;
  /** Addresses that are refused for good. */
  readonly refused = new Set<string>();

  async send(mail: OutgoingMail): Promise<{ messageId: string; raw: Uint8Array }> {
    if (this.isDown) throw new RetryLater("MAIL_UNAVAILABLE");
    if (mail.to.some(({ email }) => this.refused.has(email))) throw new GiveUp("MAIL_REFUSED", mail.tags);
    this.sent.push(mail);
    return {
      messageId: `message-${this.sent.length}`,
      raw: Buffer.from(`Subject: ${mail.subject}\r\n\r\n${mail.text}`),
    };
  }
}

export class FakeArchive implements MailArchive {
  readonly kept = new Map<string, string>();

  async keep(path: string, message: string): Promise<void> {
    this.kept.set(path, message);
  }
}
