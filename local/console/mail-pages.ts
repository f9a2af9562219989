import { html } from "hono/html";
import type { Cloud } from "../cloud/cloud.ts";
import type { Mail } from "../ses/mailbox.ts";
import { type Markup, page, table, timeText } from "./page.ts";

const COLUMNS = [{ title: "Sent" }, { title: "To" }, { title: "Subject" }];

/** All mails, newest first. */
export async function mailboxPage(cloud: Cloud): Promise<Markup> {
  const mails = (await cloud.mailbox()).reverse();
  const rows = mails.map(({ id, at, destinations, subject }) => [
    timeText(at),
    destinations.join(", "),
    html`<a href="/mailbox/${encodeURIComponent(id)}">${subject || "(no subject)"}</a>`,
  ]);
  return page(
    "Mailbox",
    html`<p><a href="/compose" lang="nl">Nieuwe mail</a></p>
      ${table(`${mails.length} mails`, COLUMNS, rows)}`,
  );
}

/** The newest mail of each kind, as it looks on a light and on a dark screen. */
export async function galleryPage(cloud: Cloud): Promise<Markup> {
  const newest = new Map((await cloud.mailbox()).map((mail) => [mail.tags["template"]?.[0] ?? "", mail]));
  const kinds = [...newest].filter(([kind]) => kind !== "").sort(([one], [other]) => (one < other ? -1 : 1));
  return page(
    "Gallery of mails",
    html`<p>
        ${kinds.length} kinds of mail were sent here, each shown by its newest. Use the site, or move the
        clock, for others.
      </p>
      ${kinds.map(([kind, mail]) => shown(kind, mail))}`,
  );
}

function shown(kind: string, mail: Mail): Markup {
  const base = `/mailbox/${encodeURIComponent(mail.id)}`;
  const frame = (scheme: string) =>
    html`<iframe
      class="${scheme}"
      src="${base}/html"
      title="${kind}, on a ${scheme} screen"
      loading="lazy"
      sandbox="allow-popups allow-popups-to-escape-sandbox"
    ></iframe>`;
  return html`<h2 id="${kind}"><a href="${base}">${mail.subject}</a></h2>
    <p>${kind}, to ${mail.destinations.join(", ")}</p>
    <div class="pair">${frame("light")}${frame("dark")}</div>`;
}

/** One mail as its recipient sees it; its links open as in a mail program. */
export function mailPage(mail: Mail): Markup {
  const base = `/mailbox/${encodeURIComponent(mail.id)}`;
  return page(
    mail.subject || "(no subject)",
    html`<dl>
        <dt>From</dt>
        <dd>${mail.from}</dd>
        <dt>To</dt>
        <dd>${mail.destinations.join(", ")}</dd>
        <dt>Reply to</dt>
        <dd>${mail.replyTo.join(", ") || "–"}</dd>
        <dt>Sent</dt>
        <dd>${timeText(mail.at)}</dd>
      </dl>
      <p><a href="${base}/reply" lang="nl">Beantwoorden</a></p>
      ${mail.html && html`<iframe src="${base}/html" title="The mail" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`}
      <h2>As text</h2>
      <pre tabindex="0">${withLinks(mail.text)}</pre>
      <ul>
        ${mail.attachments.map(
          ({ fileName, type }, index) =>
            html`<li><a href="${base}/attachments/${index}">${fileName || "attachment"}</a> (${type})</li>`,
        )}
        <li><a href="${base}/raw">The message as sent (.eml)</a></li>
      </ul>`,
  );
}

/** Turns addresses in a text into links. */
function withLinks(text: string): (Markup | string)[] {
  return text
    .split(/(https?:\/\/[^\s<>")]+)/)
    .map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : part));
}
