import { SendRawEmailCommand, type SESClient } from "@aws-sdk/client-ses";
import { RetryLater } from "../../domain/errors.ts";
import type { Mailer, OutgoingMail } from "../../domain/ports.ts";
import { asCause, asOurs } from "../shared/foreign-error.ts";

/**
 * SES errors about the address or the content of a mail. SES uses the same names for an unverified sender, and in the
 * sandbox for any unverified address: those are configuration faults, and the person's address may be valid.
 */
const REFUSALS = ["MessageRejected", "InvalidParameterValue"];
const NOT_VERIFIED = /not verified/i;
/** SES has paused sending for the account. */
const PAUSED = /sending (is |has been )?(paused|suspended|disabled)/i;

export type Sender = { name: string; address: string };

/** Sends mail through SES as a raw message, from a sender with a name. */
export function createMailer(client: SESClient, sender: { from: Sender; configurationSet: string }): Mailer {
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
        return { status: "sent", messageId: MessageId };
      } catch (error) {
        if (isRefusal(error)) return { status: "refused" };
        throw translated(error, tags);
      }
    },
  };
}

/**
 * Tells other programs that no person wrote this: a program answers none, so that two of them never answer each other
 * (RFC 3834; Exchange reads the second). Reports of non-delivery are not suppressed.
 */
const AUTOMATIC = {
  "Auto-Submitted": "auto-generated",
  "X-Auto-Response-Suppress": "OOF, DR, RN, NRN, AutoReply",
};

/**
 * SES sets the Message-ID of each mail. So the mails of a dossier cannot refer to each other: each refers to the same
 * invented first message, and mail programs show them as one thread (RFC 5322, 3.6.4).
 */
function headersOf({ thread, list, answers }: OutgoingMail, { address }: Sender) {
  const [, domain = ""] = address.split("@");
  const first = answers ?? (thread === undefined ? undefined : `<${thread}@${domain}>`);
  return {
    headers: { ...AUTOMATIC, ...(list ? { "List-Id": `LED <${list}.${domain}>` } : {}) },
    inReplyTo: first,
    references: first,
  };
}

/**
 * Always quoted-printable: base64, the default for other scripts, would hide a link's secret from the archive, which
 * must replace it.
 */
async function compose(mail: OutgoingMail, from: Sender): Promise<Buffer> {
  const { default: MailComposer } = await import("nodemailer/lib/mail-composer");
  const composer = new MailComposer({
    from,
    to: mail.to.map(({ name, email }) => (name === undefined ? email : { name, address: email })),
    replyTo: mail.replyTo,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    attachments: mail.attachments,
    ...headersOf(mail, from),
    textEncoding: "quoted-printable",
  });
  return composer.compile().build();
}

const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  REFUSALS.includes(error.name) &&
  !NOT_VERIFIED.test(error.message) &&
  !PAUSED.test(error.message);

const translated = (error: unknown, tags: Record<string, string>): unknown =>
  error instanceof Error && PAUSED.test(error.message)
    ? new RetryLater("MAIL_UNAVAILABLE", tags, asCause(error))
    : asOurs("MAIL", error, tags);
