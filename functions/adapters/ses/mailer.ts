import { SendRawEmailCommand, type SESClient } from "@aws-sdk/client-ses";
import MailComposer from "nodemailer/lib/mail-composer";
import { RetryLater } from "../../domain/errors.ts";
import type { Mailer, OutgoingMail } from "../../domain/ports.ts";
import { asCause, asOurs } from "../shared/foreign-error.ts";

/**
 * What SES says of the address or the content of a mail. The same names are also given where the sender, or in the
 * sandbox any address, is not verified: that is a fault of the configuration, and the person's address may be fine.
 */
const REFUSALS = ["MessageRejected", "InvalidParameterValue"];
const NOT_VERIFIED = /not verified/i;
/** SES sends nothing for the account for now. */
const PAUSED = /sending (is |has been )?(paused|suspended|disabled)/i;

/** Mail through SES, as a raw message. `from` is an address with or without a name: `LED <led@example.org>`. */
export function createMailer(client: SESClient, sender: { from: string; configurationSet: string }): Mailer {
  return {
    compose: async (mail) => ({ raw: await compose(mail, sender.from), tags: mail.tags }),

    send: async ({ raw, tags }) => {
      try {
        const { MessageId } = await client.send(
          new SendRawEmailCommand({
            RawMessage: { Data: raw },
            ConfigurationSetName: sender.configurationSet,
            Tags: Object.entries(tags).map(([Name, Value]) => ({ Name, Value })),
          }),
        );
        return { status: "sent", messageId: MessageId ?? "" };
      } catch (error) {
        if (isRefusal(error)) return { status: "refused" };
        throw translated(error, tags);
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

const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  REFUSALS.includes(error.name) &&
  !NOT_VERIFIED.test(error.message) &&
  !PAUSED.test(error.message);

const translated = (error: unknown, tags: Record<string, string>): unknown =>
  error instanceof Error && PAUSED.test(error.message)
    ? new RetryLater("MAIL_UNAVAILABLE", tags, asCause(error))
    : asOurs("MAIL", error, tags);
