import { NAMES } from "../domain/names.ts";
import { SITE_NAME } from "../domain/texts.nl.ts";
import type { Paragraph } from "../domain/texts.ts";
import { MAIL_PARTS } from "./mail-parts.ts";
import { mailTexts } from "./texts.nl.ts";

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

const ESCAPED: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPED[sign] ?? "");

/** Puts values of HTML in the places of a part, such as `{{text}}`. */
const fill = (part: string, values: Record<string, string>): string =>
  part.replace(/\{\{(\w+)\}\}/g, (_place, name: string) => values[name] ?? "");

/** Makes links of the addresses of this site and of its organisation, and of no address that somebody typed. */
function withOurLinks(text: string, ours: string[]): string {
  const isOurs = (address: string) => ours.some((start) => address.startsWith(start));
  return text
    .split(/(https:\/\/\S+[\w/])/)
    .map((part) => (isOurs(part) ? `<a href="${escape(part)}">${escape(part)}</a>` : escape(part)))
    .join("");
}

/** The HTML of a mail: the parts of look/mail.mjml, readable on a telephone, in Outlook and on a dark screen. */
export function renderHtml(mail: MailContent): string {
  const { subject, greeting, paragraphs, action, afterAction = [], closing } = mail;
  const ours = [...Object.values(NAMES.links), ...(action ? [`${new URL(action.url).origin}/`] : [])];
  const text = (line: string) => fill(MAIL_PARTS.text, { text: withOurLinks(line, ours) });
  const quote = (lines: string[]) =>
    fill(MAIL_PARTS.quote, { lines: lines.map((line) => `<p>${escape(line)}</p>`).join("") });
  const button = ({ label, url }: { label: string; url: string }) => [
    fill(MAIL_PARTS.button, { label: escape(label), url: escape(url) }),
    text(`${mailTexts.buttonFails} ${url}`),
  ];
  return [
    fill(MAIL_PARTS.start, { subject: escape(subject), site: escape(SITE_NAME) }),
    ...(greeting === undefined ? [] : [text(greeting)]),
    ...paragraphs.map((one) => (typeof one === "string" ? text(one) : quote(one.quote))),
    ...(action ? button(action) : []),
    ...afterAction.map(text),
    fill(MAIL_PARTS.text, { text: closing.map(escape).join("<br>") }),
    MAIL_PARTS.end,
  ].join("\n");
}
