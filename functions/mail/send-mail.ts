import { addDays, type Instant, toInstant } from "../domain/calendar.ts";
import type {
  Clock,
  LinkTarget,
  Links,
  MailArchive,
  MailAttachment,
  Mailer,
  MailRecords,
} from "../domain/ports.ts";
import { SHORT_KEPT } from "../domain/retention.ts";
import type { Names } from "../domain/names.ts";
import { type MailContent, renderHtml, renderText } from "./render-mail.ts";
import { mailTexts } from "./texts.nl.ts";

/** How long a mailed link works. It points at a task, so reminders and restarts leave it good. */
const LINK_DAYS = 400;

/** The site and the mailboxes, by configuration. */
export type Site = {
  /** Without a trailing slash. */
  publicUrl: string;
  names: Names;
  mailboxes: { ledTeam: string; ledDpo: string; leadingOfficial: string };
};

export type MailRequest = {
  /** What this mail is, once per dossier: a step that runs twice sends it once. */
  key: string;
  template: string;
  /** Dossier or contact request under which the mail is recorded. */
  about: { id: string; reference?: string };
  to: { name?: string; email: string };
  subject: string;
  paragraphs: string[];
  quote?: string[];
  afterAction?: string[];
  /** A button: to a link of its own for this person, or to a page of the site that has no secret. */
  action?: { label: string } & ({ link: LinkTarget; personId: string; days?: number } | { path: string });
  replyTo?: string;
  attachments?: MailAttachment[];
  /** Until when record and text are kept, for a mail that belongs to no dossier yet. */
  keptUntil?: Instant;
};

type Deps = {
  mailer: Mailer;
  mails: MailRecords;
  links: Links;
  archive: MailArchive;
  site: Site;
  now: Clock;
};
export type SendMail = (request: MailRequest) => Promise<void>;

/** Path of the page behind each kind of link. */
const LINK_PATHS = {
  task: "/taak/",
  status: "/dossier/",
  confirmation: "/bevestigen/",
} as const satisfies Record<LinkTarget["kind"], string>;

/**
 * Sends a mail at least once: the record is written around the send, so only a crash in between sends it again. The
 * link in each mail is its own; earlier ones stay good. The text as sent is kept without the link's secret.
 */
export function createSendMail(deps: Deps): SendMail {
  return async (request) => {
    const { about, key, template, keptUntil } = request;
    const known = await deps.mails.find(about.id, key);
    if (known?.status === "sent") return;

    const { action, secret } = await actionOf(request, deps);
    const content = contentOf(request, action, deps.site.names);
    const record = { key, template, to: [request.to.email], subject: content.subject };
    await deps.mails.save(about.id, { ...record, status: "sending", at: toInstant(deps.now()) }, keptUntil);

    const { messageId, raw } = await deps.mailer.send({
      to: [request.to],
      replyTo: request.replyTo ?? deps.site.mailboxes.ledTeam,
      subject: content.subject,
      html: await renderHtml(content),
      text: renderText(content),
      attachments: request.attachments,
      tags: { template, dossier: about.id },
    });
    const sent = { ...record, status: "sent", at: toInstant(deps.now()), messageId } as const;
    await deps.mails.save(about.id, sent, keptUntil);
    const place = keptUntil === undefined ? about.id : `${SHORT_KEPT}/${about.id}`;
    await deps.archive.keep(`${place}/${key}`, withoutSecret(Buffer.from(raw).toString("utf8"), secret));
  };
}

async function actionOf({ action }: MailRequest, { links, site, now }: Deps) {
  if (!action) return {};
  if ("path" in action) return { action: { label: action.label, url: site.publicUrl + action.path } };
  const expiresAt = addDays(toInstant(now()), action.days ?? LINK_DAYS);
  const secret = await links.mint({ target: action.link, personId: action.personId, expiresAt });
  return {
    action: { label: action.label, url: site.publicUrl + LINK_PATHS[action.link.kind] + secret },
    secret,
  };
}

const contentOf = (request: MailRequest, action: MailContent["action"], names: Names): MailContent => ({
  subject: request.about.reference ? `[${request.about.reference}] ${request.subject}` : request.subject,
  greeting: mailTexts.greeting(request.to.name),
  paragraphs: request.paragraphs,
  quote: request.quote,
  action,
  afterAction: request.afterAction,
  closing: mailTexts.closing(names, request.replyTo === undefined),
});

/** Quoted-printable folds a line anywhere with "=\r\n", so the secret is found with a fold at any place. */
function withoutSecret(message: string, secret: string | undefined): string {
  if (!secret) return message;
  const folded = [...secret].map((character) => character.replace(/[-]/, "\\-")).join("(?:=\\r?\\n)?");
  return message.replace(new RegExp(folded, "g"), "…");
}
