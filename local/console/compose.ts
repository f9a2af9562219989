import { html } from "hono/html";
import { createTransport } from "nodemailer";
import * as z from "zod";
import type { Cloud } from "../cloud/cloud.ts";
import type { Mail } from "../ses/mailbox.ts";
import { type Markup, page } from "./page.ts";

/** A mail to the LED while a tester writes it. `answers`: Message-ID of the mail that it answers. */
export type Draft = { from: string; to: string; subject: string; text: string; answers?: string };

const domainOf = ({ receiptRules }: Cloud) => receiptRules[0]?.recipients[0] ?? "in.led.example";

/** A new mail to the LED, from an invented person. */
export const newDraft = (cloud: Cloud): Draft => ({
  from: "An Voorbeeld <an@voorbeeldegem.example>",
  to: `led@${domainOf(cloud)}`,
  subject: "",
  text: "",
});

/** The answer of the recipient, as a mail program prepares it: to the reply address, with the mail quoted. */
export const replyTo = (mail: Mail): Draft => ({
  from: mail.destinations[0] ?? "",
  to: mail.replyTo[0] ?? mail.from,
  subject: /^re:/i.test(mail.subject) ? mail.subject : `Re: ${mail.subject}`,
  text: `\n\nOp ${written(mail.at)} schreef ${mail.from}:\n\n${mail.text.trim().replace(/^/gm, "> ")}\n`,
  answers: mail.messageId,
});

const written = (at: number) =>
  new Date(at).toLocaleString("nl-BE", {
    timeZone: "Europe/Brussels",
    dateStyle: "long",
    timeStyle: "short",
  });

/** The form to write a mail. `problem`: why the mail was not accepted. */
export function composePage(cloud: Cloud, draft: Draft, problem?: string): Markup {
  const line = (name: keyof Draft, label: string) =>
    html`<p>
      <label for="${name}">${label}</label><input id="${name}" name="${name}" value="${draft[name] ?? ""}" />
    </p>`;
  return page(
    draft.answers === undefined ? "Nieuwe mail" : "Beantwoorden",
    html`${problem && html`<p role="alert"><strong>Not sent.</strong> ${problem}. Choose the attachments again.</p>`}
      <p>
        The mail goes to <code>smtp://127.0.0.1:${cloud.smtpPort}</code>, as from any mail program. Only
        addresses at ${domainOf(cloud)} take mail here.
      </p>
      <form class="compose" method="post" action="/mailbox/send" enctype="multipart/form-data">
        ${line("from", "From")} ${line("to", "To")} ${line("subject", "Subject")}
        <p>
          <label for="text">Text</label>
          <textarea id="text" name="text" rows="16">${`\n${draft.text}`}</textarea>
        </p>
        <p>
          <label for="attachments">Attachments</label>
          <input id="attachments" name="attachments" type="file" multiple />
        </p>
        <input type="hidden" name="answers" value="${draft.answers ?? ""}" />
        <button>Send</button>
      </form>`,
  );
}

export const sentPage = (to: string): Markup =>
  page(
    "Sent",
    html`<p>
        The mail to ${to} was accepted. What became of it is on the page of its dossier, or in the mailbox of
        the LED team.
      </p>
      <p><a href="/mailbox">Back to the mailbox</a></p>`,
  );

const Posted = z.object({
  from: z.string(),
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  answers: z.string().transform((id) => id || undefined),
});

/** Sends what the form posted, over SMTP. `problem`: what the server answered when it did not accept the mail. */
export async function send(
  { smtpPort: port }: Cloud,
  form: FormData,
): Promise<{ draft: Draft; problem?: string }> {
  const draft = Posted.parse(Object.fromEntries(form));
  const files = form.getAll("attachments").filter((file) => typeof file !== "string" && file.name !== "");
  const client = createTransport({ host: "127.0.0.1", port, ignoreTLS: true });
  try {
    await client.sendMail({
      ...{ from: draft.from, to: draft.to, subject: draft.subject, text: draft.text },
      ...(draft.answers === undefined ? {} : { inReplyTo: draft.answers, references: draft.answers }),
      attachments: await Promise.all(files.map(attachmentOf)),
    });
    return { draft };
  } catch (error) {
    return { draft, problem: error instanceof Error ? error.message : String(error) };
  } finally {
    client.close();
  }
}

const attachmentOf = async (file: FormDataEntryValue) =>
  typeof file === "string"
    ? { content: file }
    : {
        filename: file.name,
        contentType: file.type || undefined,
        content: Buffer.from(await file.arrayBuffer()),
      };
