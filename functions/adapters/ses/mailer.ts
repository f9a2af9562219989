import { SendRawEmailCommand, type SESClient } from "@aws-sdk/client-ses";
import MailComposer from "nodemailer/lib/mail-composer";
import { GiveUp, NamedFailure, RetryLater } from "../../domain/errors.ts";
import type { Mailer, OutgoingMail } from "../../domain/ports.ts";
import { asCause } from "../foreign-error.ts";

const PASSING = /Throttl|ServiceUnavailable|TimeoutError|ECONN|TooManyRequests|LimitExceeded/;

/** Mail through SES, as a raw message. `from` is an address with or without a name: `LED <led@example.org>`. */
export function createMailer(client: SESClient, sender: { from: string; configurationSet: string }): Mailer {
  return {
    send: async (mail) => {
      const raw = await compose(mail, sender.from);
      try {
        const { MessageId } = await client.send(
          new SendRawEmailCommand({
            RawMessage: { Data: raw },
            ConfigurationSetName: sender.configurationSet,
            Tags: Object.entries(mail.tags).map(([Name, Value]) => ({ Name, Value })),
          }),
        );
        return { messageId: MessageId ?? "", raw };
      } catch (error) {
        throw translate(error, mail.tags);
      }
    },
  };
}

/**
 * Always as quoted-printable: a mail with many letters of another script would become base64, in which the secret of a
 * link cannot be found to keep it out of the archive.
 */
const compose = (mail: OutgoingMail, from: string): Promise<Buffer> =>
  new MailComposer({
    from,
    to: mail.to.map(({ name, email }) => ({ name: name ?? "", address: email })),
    replyTo: mail.replyTo,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    attachments: mail.attachments,
    textEncoding: "quoted-printable",
  })
    .compile()
    .build();

function translate(error: unknown, tags: Record<string, string>): unknown {
  if (!(error instanceof Error) || error instanceof NamedFailure) return error;
  if (PASSING.test(error.name) || PASSING.test(error.message))
    return new RetryLater("MAIL_UNAVAILABLE", tags, asCause(error));
  return new GiveUp("MAIL_REFUSED", { ...tags, error: error.name }, asCause(error));
}
