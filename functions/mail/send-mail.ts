import { addDays, type Instant, toInstant } from "../domain/calendar.ts";
import { MailRefused, shortCodeOf } from "../domain/errors.ts";
import { ADDRESS_REFUSED } from "../domain/records.ts";
import type {
  Clock,
  LinkTarget,
  Links,
  MailArchive,
  MailAttachment,
  MailClaim,
  Mailer,
  MailRecords,
  NewId,
  OutgoingMail,
  Pause,
} from "../domain/ports.ts";
import { SHORT_KEPT, type ShortDays } from "../domain/retention.ts";
import type { Names } from "../domain/names-schema.ts";
import type { Paragraph } from "../domain/texts.ts";
import { claimMail } from "./claim-mail.ts";
import { type MailContent, renderHtml, renderText } from "./render-mail.ts";
import { mailTexts } from "./texts.nl.ts";
import { withoutLinks } from "./without-links.ts";

/** Days for which a mailed link works. It points at a task, so it survives reminders and restarts. */
const LINK_DAYS = 400;

/** The site and the mailboxes of this environment. */
export type Site = {
  /** Without a trailing slash. */
  publicUrl: string;
  /** Hosts of earlier addresses, which redirect to this one. */
  formerHosts?: readonly string[];
  names: Names;
  /** Domain that takes the answers to mails; without one they go to the LED mailbox. */
  inboundDomain?: string;
  mailboxes: { ledTeam: string; ledDpo: string; leadingOfficial: string };
};

type PageTarget = Exclude<LinkTarget, { kind: "reply" }>;

export type MailRequest = {
  /** Key of the mail within its dossier. Makes sending idempotent. */
  key: string;
  template: string;
  /** Id of the dossier or contact request that the mail belongs to. */
  about: { id: string; reference?: string; organisation?: { name: string } };
  /** `id`: of a person of the dossier. */
  to: { id?: string; name?: string; email: string };
  subject: string;
  paragraphs: Paragraph[];
  /** Set apart after the paragraphs. */
  quote?: string[];
  afterAction?: string[];
  /** A button: with a link for this person (`below`: to a page below it), or to a page of the site without a secret. */
  action?: { label: string } & (
    { link: PageTarget; personId: string; days?: number; below?: string } | { path: string }
  );
  replyTo?: string;
  attachments?: MailAttachment[];
  list?: OutgoingMail["list"];
  /** Message-ID of the received mail that it answers. */
  answers?: string | undefined;
  /** What else follows when SES refuses the address of a person. */
  ifRefused?: () => Promise<void>;
  /** Days for which the record and the text are kept, for a mail without a dossier. */
  keptDays?: ShortDays;
};

type Deps = {
  mailer: Mailer;
  mails: MailRecords;
  links: Links;
  archive: MailArchive;
  site: Site;
  now: Clock;
  newId: NewId;
  pause: Pause;
};
export type SendMail = (request: MailRequest) => Promise<void>;

const WAITS_NO_MORE = { since: undefined, failure: undefined, reference: undefined };

/** Path of the page for each kind of link. */
const LINK_PATHS = {
  task: "/taak/",
  status: "/dossier/",
  confirmation: "/bevestigen/",
} as const satisfies Record<Exclude<LinkTarget["kind"], "reply">, string>;

/**
 * Sends a mail at least once, with one sender at a time: a claim by conditional write comes first. The text is stored
 * before the mail is sent, without the secret of the link. Only a crash between SES and the record sends a mail twice:
 * the retry sends it again after the claim ends. Each mail has its own link; earlier links still work. A refused
 * address of the consumer does not block the dossier: the LED team is notified instead.
 */
export function createSendMail(deps: Deps): SendMail {
  const sendMail: SendMail = async (request) => {
    const { about, keptDays } = request;
    const keptUntil = keptDays === undefined ? undefined : addDays(toInstant(deps.now()), keptDays);
    const claim = await claimMail({ ...recordOf(request, deps.site), about: about.id, keptUntil }, deps);
    if (!claim) return;
    const settle = (record: MailClaim) => deps.mails.settle(about.id, record, keptUntil);
    const sent = await handOver(request, claim.at).catch(async (error: unknown) => {
      // Releases the claim early, so that a retry need not wait for its end.
      await settle({ ...claim, failure: failureOf(error, request, deps.site) }).catch(() => undefined);
      throw error;
    });
    // Nothing comes between SES and the record. A failure here keeps the claim: the mail was sent, and the record may
    // have been written although the answer was lost.
    await settle({ ...claim, ...(sent.status === "sent" ? WAITS_NO_MORE : {}), ...sent });
  };
  const handOver = async (request: MailRequest, at: Instant) => {
    // A mail that is forgotten by itself is of no dossier, and so of no log.
    if (request.keptDays === undefined) await deps.mails.willBeLogged(request.about.id, at);
    const sent = await send(request, deps);
    if (sent.status === "refused") await refuse(request);
    return sent;
  };
  const refuse = async (request: MailRequest) => {
    const { about, key, template } = request;
    if (!isForConsumer(request, deps.site)) throw new MailRefused({ about: about.id, key, template });
    await sendMail(refusalOf(request, deps.site));
    await request.ifRefused?.();
  };
  return sendMail;
}

/** A mailbox of the LED is repaired, and its mail retried. A stranger is told at once, and types another address. */
const failureOf = (error: unknown, request: MailRequest, site: Site): string =>
  error instanceof MailRefused && !isForLed(request, site) ? ADDRESS_REFUSED : shortCodeOf(error);

/** Whether the recipient is a person of a dossier: not a mailbox of the LED, and not the sender of a contact form. */
const isForConsumer = (request: MailRequest, site: Site): boolean =>
  request.about.reference !== undefined && !isForLed(request, site);

const refusalOf = (request: MailRequest, { mailboxes }: Site): MailRequest => ({
  key: `${request.key}/refused`,
  template: "mail-refused",
  about: request.about,
  to: { email: mailboxes.ledTeam },
  ...mailTexts.refused(request.to, request.subject),
  action: { label: mailTexts.openDossier, path: `/admin/dossiers/${request.about.id}` },
});

/** Whether the recipient is a mailbox of the LED. */
const isForLed = ({ to }: MailRequest, { mailboxes }: Site): boolean =>
  Object.values(mailboxes).includes(to.email);

function subjectOf(request: MailRequest, site: Site): string {
  const { about, subject } = request;
  const named =
    about.organisation && isForLed(request, site)
      ? mailTexts.ofOrganisation(about.organisation.name, subject)
      : subject;
  return about.reference ? `[${about.reference}] ${named}` : named;
}

/**
 * The key of a mail as a tag of SES, which takes letters, digits and dashes. The events about the mail repeat it. Only
 * what becomes of a mail to a person of a dossier is recorded.
 */
const mailTag = (key: string): string => Buffer.from(key).toString("base64url");
/** The key in such a tag. */
export const keyInTag = (tag: string): string => Buffer.from(tag, "base64url").toString();

const recordOf = (request: MailRequest, site: Site) => ({
  key: request.key,
  template: request.template,
  to: [request.to.email],
  person: request.to.id,
  task: taskOf(request),
  subject: subjectOf(request, site),
  reference: request.about.reference,
});

/** The task that the link of a mail opens. */
const taskOf = ({ action }: MailRequest): string | undefined =>
  action && "link" in action && action.link.kind === "task" ? action.link.taskId : undefined;

async function send(request: MailRequest, deps: Deps) {
  const { about, key, template, keptDays } = request;
  const { action, secret } = await actionOf(request, deps);
  const reply = await replyOf(request, deps);
  const content = contentOf(request, action, deps.site);
  const composed = await deps.mailer.compose({
    to: [{ name: request.to.name, email: request.to.email }],
    replyTo: reply?.address ?? request.replyTo ?? deps.site.mailboxes.ledTeam,
    subject: content.subject,
    html: renderHtml(content),
    text: renderText(content),
    attachments: request.attachments,
    list: request.list,
    thread: request.list === undefined ? about.id : undefined,
    answers: request.answers,
    tags: {
      ...{ template, dossier: about.id },
      ...(isForConsumer(request, deps.site) ? { mail: mailTag(key) } : {}),
    },
  });
  const place = keptDays === undefined ? about.id : `${SHORT_KEPT[keptDays]}/${about.id}`;
  const text = Buffer.from(composed.raw).toString("utf8");
  await deps.archive.keep(`${place}/${key}`, withoutSecret(withoutSecret(text, secret), reply?.secret));
  return deps.mailer.send(composed);
}

/** Years are not counted in an address of mail: it is good while its person belongs to the dossier. */
const REPLY_DAYS = 3650;

/** The address of the dossier and of this person, to which an answer goes that would go to the LED mailbox. */
async function replyOf(request: MailRequest, { links, site, now }: Deps) {
  const { to, about, replyTo = site.mailboxes.ledTeam } = request;
  const { inboundDomain: domain, mailboxes } = site;
  if (!domain || to.id === undefined || replyTo !== mailboxes.ledTeam || !isForConsumer(request, site))
    return undefined;
  const expiresAt = addDays(toInstant(now()), REPLY_DAYS);
  const target = { kind: "reply", dossierId: about.id } as const;
  const secret = await links.mint({ target, personId: to.id, mailedTo: to.email, expiresAt });
  return { secret, address: `dossier+${secret}@${domain}` };
}

async function actionOf({ action, to }: MailRequest, { links, site, now }: Deps) {
  if (!action) return {};
  if ("path" in action) return { action: { label: action.label, url: site.publicUrl + action.path } };
  const expiresAt = addDays(toInstant(now()), action.days ?? LINK_DAYS);
  const { link: target, personId } = action;
  const secret = await links.mint({ target, personId, mailedTo: to.email, expiresAt });
  return {
    action: {
      label: action.label,
      url: site.publicUrl + LINK_PATHS[action.link.kind] + secret + (action.below ?? ""),
    },
    secret,
  };
}

function contentOf(request: MailRequest, action: MailContent["action"], site: Site): MailContent {
  const { paragraphs, quote, afterAction = [], replyTo, to } = request;
  const body = [...paragraphs, ...(quote ? [{ quote }] : [])].map((paragraph) =>
    typeof paragraph === "string"
      ? withoutLinks(paragraph)
      : { quote: paragraph.quote.map((line) => withoutLinks(line)) },
  );
  const subject = withoutLinks(subjectOf(request, site));
  const after = afterAction.map((text) => withoutLinks(text));
  if (isForLed(request, site))
    return { subject, paragraphs: body, action, afterAction: after, closing: [mailTexts.automatic] };
  return {
    subject,
    greeting: withoutLinks(mailTexts.greeting(to.name)),
    paragraphs: body,
    action,
    afterAction: [...after, ...(replyTo === undefined ? [mailTexts.questions] : [])],
    closing: mailTexts.closing,
  };
}

/** Quoted-printable may fold a line anywhere with "=\r\n", so the secret is matched with folds at any position. */
function withoutSecret(message: string, secret: string | undefined): string {
  if (!secret) return message;
  const folded = [...secret].map((character) => character.replace(/[-]/, "\\-")).join("(?:=\\r?\\n)?");
  return message.replace(new RegExp(folded, "g"), "…");
}
