import { html } from "hono/html";
import type { Paragraph } from "../domain/texts.ts";

/** Content of a mail, from which both the HTML and the text part are made. */
export type MailContent = {
  subject: string;
  greeting?: string;
  paragraphs: Paragraph[];
  action?: { label: string; url: string };
  /** Below the button: the purpose of the link, and what to do without it. */
  afterAction?: string[];
  /** Person or desk that knows the dossier (Bestuursdecreet II.20). */
  closing: string[];
};

export function renderText(mail: MailContent): string {
  return [
    ...(mail.greeting === undefined ? [] : [mail.greeting]),
    ...mail.paragraphs.map((paragraph) =>
      typeof paragraph === "string" ? paragraph : paragraph.quote.map((line) => `> ${line}`).join("\n"),
    ),
    ...(mail.action ? [`${mail.action.label}:\n${mail.action.url}`] : []),
    ...(mail.afterAction ?? []),
    mail.closing.join("\n"),
  ].join("\n\n");
}

const body =
  "font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a;max-width:36em;overflow-wrap:anywhere;word-break:break-word";
const apart = "border-left:4px solid #0055cc;margin-left:0;padding-left:16px";
const button =
  "display:inline-block;background:#0055cc;color:#ffffff;padding:12px 20px;text-decoration:none;border-radius:4px";

export async function renderHtml(mail: MailContent): Promise<string> {
  const quoted = (lines: string[]) =>
    html`<blockquote style="${apart}">
      ${lines.map((line) => html`<p style="margin:0 0 8px">${line}</p>`)}
    </blockquote>`;
  const paragraphs = (texts: Paragraph[] = []) =>
    texts.map((text) => (typeof text === "string" ? html`<p>${text}</p>` : quoted(text.quote)));
  const document = html`<!doctype html>
    <html lang="nl-BE">
      <head>
        <meta charset="utf-8" />
        <title>${mail.subject}</title>
      </head>
      <body style="${body}">
        ${mail.greeting === undefined ? "" : html`<p>${mail.greeting}</p>`} ${paragraphs(mail.paragraphs)}
        ${
          mail.action
            ? html`<p><a href="${mail.action.url}" style="${button}">${mail.action.label}</a></p>
                <p>Werkt de knop niet? Kopieer dan dit adres in je browser:<br />${mail.action.url}</p>`
            : ""
        }
        ${paragraphs(mail.afterAction)}
        <p>${mail.closing.map((line, index) => (index === 0 ? html`${line}` : html`<br />${line}`))}</p>
      </body>
    </html>`;
  return (await document).toString();
}
