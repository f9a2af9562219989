import { createTransport } from "nodemailer";
import type { Cloud } from "../../local/cloud.ts";
import type { File } from "./browser.ts";

type Mail = Awaited<ReturnType<Cloud["mailbox"]>>[number];
type Written = { to: string; subject: string; text: string; files?: File[] };

/** The mail program of a person, on the SMTP port of the local cloud. */
export class MailClient {
  readonly #transport: ReturnType<typeof createTransport>;
  readonly #from: { name: string; address: string };

  constructor({ smtpPort: port }: Pick<Cloud, "smtpPort">, from: { name: string; address: string }) {
    this.#transport = createTransport({ host: "127.0.0.1", port, ignoreTLS: true });
    this.#from = from;
  }

  async write({ to, subject, text, files }: Written): Promise<void> {
    await this.#send({ to, subject, text, files });
  }

  /** Answers a mail as a mail program does: to its reply address, in its thread, with its text quoted below. */
  async answer(mail: Mail, text: string, files?: File[]): Promise<void> {
    const quoted = mail.text.trim().replace(/^/gm, "> ");
    await this.#send({
      to: mail.replyTo[0] ?? mail.from,
      ...{ subject: `Re: ${mail.subject}`, inReplyTo: mail.messageId, references: mail.messageId },
      text: `${text}\n\nOp ma 23 nov 2026 om 09:00 schreef ${mail.from}:\n\n${quoted}\n`,
      files,
    });
  }

  /** What a mailbox answers by itself while its owner is away. */
  async answerAway(mail: Mail): Promise<void> {
    await this.#send({
      ...{ to: mail.replyTo[0] ?? mail.from, subject: `Automatisch antwoord: ${mail.subject}` },
      ...{
        inReplyTo: mail.messageId,
        references: mail.messageId,
        headers: { "Auto-Submitted": "auto-replied" },
      },
      text: "Ik ben afwezig tot 7 december.",
    });
  }

  async #send({
    files = [],
    ...mail
  }: Record<string, unknown> & { files?: File[] | undefined }): Promise<void> {
    await this.#transport.sendMail({
      ...{ from: this.#from, ...mail },
      attachments: files.map(({ name: filename, type: contentType, bytes }) => ({
        ...{ filename, contentType, content: Buffer.from(bytes) },
      })),
    });
  }
}
