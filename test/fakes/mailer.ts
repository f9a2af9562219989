import { RetryLater } from "../../functions/domain/errors.ts";
import type { MailArchive, Mailer, OutgoingMail } from "../../functions/domain/ports.ts";

/** Keeps what was sent. */
export class FakeMailer implements Mailer {
  readonly sent: OutgoingMail[] = [];
  isDown = false;

  async send(mail: OutgoingMail): Promise<{ messageId: string; raw: Uint8Array }> {
    if (this.isDown) throw new RetryLater("MAIL_UNAVAILABLE");
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
