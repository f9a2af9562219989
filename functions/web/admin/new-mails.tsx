import type { Context } from "hono";
import type { Child } from "hono/jsx";
import { showMoment } from "../../domain/calendar.ts";
import { identifier } from "../../domain/fields.ts";
import { describeForm } from "../../domain/describe-form.ts";
import type { NewMail } from "../../domain/new-mail.ts";
import type { DossierSummary } from "../../domain/ports.ts";
import { asWork } from "../../domain/work.ts";
import type { Settled } from "../../receive-mail/settle-new-mail.ts";
import { Refusal } from "../http/refusals.ts";
import type { AdminApp, AdminEnv, AdminSession, AdminSite } from "../team/admin-site.ts";
import { actorFor } from "../team/find-dossier.ts";
import { searchDossiers } from "../team/search-dossiers.ts";
import { type Given, readGiven } from "../ui/form/ask-form.tsx";
import { askForText, type Reason } from "../ui/form/ask-for-text.ts";
import { FormFields } from "../ui/form/form-fields.tsx";
import { NationalNumberCheck } from "../ui/form/national-number-check.tsx";
import { ProblemSummary } from "../ui/form/problem-summary.tsx";
import { assignmentBox } from "./assignment.tsx";
import { Csrf, readOwnForm } from "./guard.tsx";
import { newMailTexts as texts } from "./new-mails.nl.ts";
import { MessageText } from "../ui/message-text.tsx";
import { newMailProblems as problems } from "../ui/new-mail.nl.ts";
import { mailTitle } from "./work-title.ts";

const PREFIX = "answer";
const ANSWER = askForText(texts.answer);
const ANSWER_FIELDS = describeForm(ANSWER.schema, ANSWER.fields);

type PageProps = {
  mail: NewMail;
  to: string;
  open: string;
  session: AdminSession;
  given?: Given<typeof Reason>;
  found?: { query: string; items: DossierSummary[] };
  problem?: string;
  assignment?: Child;
};

const Found = ({ found, to, session }: Pick<PageProps, "found" | "to" | "session">) => (
  <>
    {found?.items.length === 0 ? <p>{texts.attach.none}</p> : ""}
    {found?.items.map(({ id, reference, organisationName }) => (
      <form method="post" action={`${to}/dossier`}>
        <Csrf session={session} />
        <input type="hidden" name="dossier" value={id} />
        <button class="second">{texts.attach.here(reference, organisationName)}</button>
      </form>
    ))}
  </>
);

const MailPage = ({ mail, to, open, session, given, found, problem, assignment }: PageProps) => (
  <>
    {given ? <ProblemSummary problems={given.problems} idPrefix={PREFIX} /> : ""}
    <h1>{mailTitle(asWork(mail))}</h1>
    {problem === undefined ? (
      ""
    ) : (
      <p class="summary" role="alert">
        {problem}
      </p>
    )}
    <section class="told">
      <p>{texts.from(mail.from.name, mail.from.address, showMoment(mail.at))}</p>
      {mail.isConfirmed ? "" : <p>{texts.unconfirmed}</p>}
      <MessageText text={mail.text} quoted={mail.quoted} />
      {mail.files.length === 0 ? "" : <p>{texts.files(mail.files.join(", "))}</p>}
    </section>
    {assignment}
    <p>{texts.what}</p>
    <p>
      <a class="button" href={open}>
        {texts.open}
      </a>
    </p>
    <p class="soft">{texts.openHelp}</p>
    <h2>{texts.answer.title}</h2>
    <p>{texts.answer.intro}</p>
    <form method="post" action={`${to}/answer`} id={PREFIX} novalidate>
      <Csrf session={session} />
      <FormFields
        fields={ANSWER_FIELDS}
        values={given?.values}
        problems={given?.problems ?? []}
        idPrefix={PREFIX}
      />
      <NationalNumberCheck problems={given?.problems ?? []} idPrefix={PREFIX} />
      <button>{texts.answer.button}</button>
    </form>
    <h2>{texts.attach.title}</h2>
    <form method="get" action={to}>
      <div class="field">
        <label for="q">{texts.attach.label}</label>
        <p class="hint">{texts.attach.hint}</p>
        <input id="q" name="q" value={found?.query ?? ""} />
      </div>
      <button class="second">{texts.attach.button}</button>
    </form>
    <Found found={found} to={to} session={session} />
    <h2>{texts.aside.title}</h2>
    <p>{texts.aside.help}</p>
    <form method="post" action={`${to}/aside`}>
      <Csrf session={session} />
      <button class="second">{texts.aside.button}</button>
    </form>
  </>
);

/** A mail that belongs to no dossier: the team opens one, answers it, attaches it to a dossier, or deletes it. */
export function newMailRoutes(app: AdminApp, site: AdminSite) {
  const { at } = site.addresses;

  const show = async (c: Context<AdminEnv>, id: string, more: Partial<PageProps> = {}) => {
    const mail = await site.newMails.find(id);
    if (!mail) return gone(c);
    const to = at(`/admin/mails/${id}`);
    const open = at(`/admin/dossiers/new?mail=${encodeURIComponent(id)}`);
    const { session } = c.var;
    const assignment = await assignmentBox(site, { ...asWork(mail), status: "open" }, session, to);
    const shown = { mail, to, open, session, assignment };
    const page = <MailPage {...shown} {...more} />;
    const hasProblems = more.problem !== undefined || more.given !== undefined;
    return c.render(page, { title: texts.title, hasProblems });
  };
  const gone = (c: Context<AdminEnv>) => {
    c.status(410);
    return c.render(
      <>
        <h1>{texts.title}</h1>
        <p>{texts.gone}</p>
      </>,
      { title: texts.title },
    );
  };
  const settled = (
    c: Context<AdminEnv>,
    id: string,
    result: Settled,
    to: string,
    given?: PageProps["given"],
  ) => {
    if (result === "gone") return gone(c);
    if (result === "done") return c.redirect(to, 303);
    c.status(409);
    return show(c, id, { problem: problems[result], given });
  };

  app.get("/admin/mails/:id", async (c) => {
    const query = c.req.query("q") ?? "";
    const found = query === "" ? undefined : { query, items: (await searchDossiers(site, query)).items };
    return show(c, c.req.param("id"), { found });
  });

  app.post("/admin/mails/:id/answer", async (c) => {
    const form = await readOwnForm(c);
    const id = c.req.param("id");
    const given = readGiven(ANSWER, form);
    if (!given.answer) {
      c.status(422);
      return show(c, id, { given });
    }
    const result = await site.settleNewMail.answer(id, given.answer.reason);
    return settled(c, id, result, at("/admin"), given);
  });

  app.post("/admin/mails/:id/dossier", async (c) => {
    const form = await readOwnForm(c);
    const id = c.req.param("id");
    const { data: dossier } = identifier().min(1).safeParse(form.get("dossier"));
    if (dossier === undefined) throw new Refusal("bad-request");
    const by = actorFor(c.var.caller, "led-team");
    const result = await site.settleNewMail.attach(id, dossier, by);
    return settled(c, id, result, at(`/admin/dossiers/${encodeURIComponent(dossier)}`));
  });

  app.post("/admin/mails/:id/aside", async (c) => {
    await readOwnForm(c);
    const id = c.req.param("id");
    return settled(c, id, await site.settleNewMail.putAside(id), at("/admin"));
  });
}
