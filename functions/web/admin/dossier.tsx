import type { Context } from "hono";
import * as z from "zod";
import { dateOf, toInstant } from "../../domain/calendar.ts";
import { type Dossier, endingAskedOf } from "../../domain/dossier.ts";
import { longText } from "../../domain/fields.ts";
import { leadTimesOf } from "../../domain/lead-times.ts";
import { noNationalNumber } from "../../domain/no-national-number.ts";
import type { Session, WholeDossier } from "../../domain/ports.ts";
import { allowed } from "../../domain/verdict.ts";
import { AccessList } from "../ui/access-list.tsx";
import { Steps, Term, WhoseTurn } from "../ui/dossier-parts.tsx";
import type { Problem } from "../ui/form/problems.nl.ts";
import { refusedStatus } from "../http/refused-status.ts";
import { createMailTaskLink } from "../http/mail-task-link.ts";
import { idFor } from "../http/once.ts";
import { Refusal } from "../http/refusals.ts";
import { documentsFor } from "../ui/task/documents-for.ts";
import { ProtocolVersions } from "../ui/task/protocol-versions.tsx";
import { AddDocumentLink, DocumentList } from "../ui/task/document-list.tsx";
import { PlanningDates, stepOf } from "../ui/task/task-parts.tsx";
import { webTexts } from "../ui/texts.nl.ts";
import { Unreadable } from "../ui/unreadable.tsx";
import { TimelineList } from "../ui/timeline-list.tsx";
import { eventsWithMails } from "../ui/timeline.ts";
import type { AdminEnv, AdminSite } from "../team/admin-site.ts";
import { Parked, Tasks, UseLinks, WithdrawLink } from "./dossier-acts.tsx";
import { Keeping } from "./dossier-retention.tsx";
import { DossierFacts } from "../ui/dossier-facts.tsx";
import { EndingAsked } from "./ending-asked.tsx";
import { HandlerActs, HandlerInWords, type HandlerView, viewHandler } from "./handler.tsx";
import { handlerTexts } from "./handler.nl.ts";
import { HoldLink } from "./hold.tsx";
import { LeadTimesTable } from "./lead-times.tsx";
import { actorFor, findDossierFor, findTaskFor, isOfTeam } from "../team/find-dossier.ts";
import { readOwnForm } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";
import { keepingPages } from "./retention-texts.nl.ts";
import { documentAddressFor } from "../team/read-files.ts";
import { statusNames } from "../ui/dossier-facts.nl.ts";
import { actTexts } from "../team/act-texts.nl.ts";
import { adminTexts } from "./texts.nl.ts";
import { MoveToCurrent } from "./workflow.tsx";
import { workflowPageTexts } from "./workflow-texts.nl.ts";
import { WriteNote } from "./write-note.tsx";

const texts = adminTexts.dossier;
export const NoteText = longText();

/** Notices on the dossier's page after an act. */
const NOTICES: Record<string, string | undefined> = {
  noted: texts.noted,
  mailed: texts.mailed,
  resumed: texts.resumed,
  stopped: texts.stopped,
  ending: texts.ending,
  amended: texts.amended,
  messaged: keepingPages.messaged,
  "legal-hold": keepingPages.held,
  lifted: keepingPages.lifted,
  handler: handlerTexts.changed,
  held: texts.held,
  "hold-ended": texts.holdEnded,
  closed: actTexts.closing.done,
  moved: workflowPageTexts.move.done,
};

/** An end that waits until a request is given up has not begun. */
const noticeOf = (name: string, dossier: Dossier): string | undefined =>
  name === "ending" && endingAskedOf(dossier) ? texts.endingAsked : NOTICES[name];

type PageProps = {
  whole: WholeDossier;
  session: Session;
  site: AdminSite;
  notice?: string;
  handler: HandlerView;
  note?: { typed: string; problem: Problem };
};

const DossierPage = ({ whole, session, site, handler, notice, note }: PageProps) => {
  const { dossier } = whole;
  const isTeam = isOfTeam(session);
  const to = site.addresses.at(`/admin/dossiers/${dossier.id}`);
  const now = toInstant(site.now());
  const timeline = eventsWithMails(whole, {
    definitions: site.definitions,
    documents: whole.documents,
    ledMailboxes: [],
    isLed: true,
    readsNotes: isTeam,
  });
  return (
    <>
      <p class="over">
        {dossier.reference} · {stepOf(dossier)} · {statusNames[dossier.status]}
      </p>
      <h1>{dossier.organisation.name}</h1>
      {notice ? (
        <p class="notice" role="status">
          {notice}
        </p>
      ) : (
        ""
      )}
      <Unreadable keys={whole.unreadable} />
      {isTeam ? <Parked dossier={dossier} session={session} to={to} site={site} /> : ""}
      <h2>{webTexts.status.whoseTurn}</h2>
      <WhoseTurn dossier={dossier} open={whole.tasks.filter((task) => task.status === "open")} now={now} />
      <EndingAsked dossier={dossier} />
      <h2>{handlerTexts.title}</h2>
      <p>
        <HandlerInWords view={handler} />
      </p>
      {isTeam ? <HandlerActs whole={whole} view={handler} session={session} to={to} /> : ""}
      {isTeam ? <HoldLink dossier={dossier} session={session} to={to} now={now} /> : ""}
      <Tasks
        whole={whole}
        definitions={site.definitions}
        session={session}
        isTeam={isTeam}
        to={to}
        now={now}
      />
      <LeadTimesTable times={leadTimesOf(whole, now)} />
      <h2>{webTexts.status.steps}</h2>
      <Steps dossier={dossier} />
      <DossierFacts dossier={dossier} toPeople={isTeam ? `${to}/people` : undefined} />
      <PlanningDates dossier={dossier} />
      <Term dossier={dossier} />
      <AccessList accesses={whole.accesses} title={webTexts.access.titleForLed} today={dateOf(now)} />
      <ProtocolVersions
        reader={{ whole, documents: documentsFor("led-team", whole), to: `${to}/documents` }}
      />
      <DocumentList documents={documentsFor("led-team", whole)} to={`${to}/documents`} whole={whole} />
      {isTeam ? <AddDocumentLink dossier={dossier} to={`${to}/document`} /> : ""}
      <h2>{texts.timeline}</h2>
      {isTeam ? <WriteNote session={session} to={to} {...note} /> : ""}
      <TimelineList entries={timeline} />
      {isTeam ? <Keeping whole={whole} session={session} to={to} /> : ""}
      {isTeam ? <WithdrawLink dossier={dossier} to={to} /> : ""}
      {isTeam ? <UseLinks dossier={dossier} to={to} by={actorFor(session, "led-team")} /> : ""}
      {isTeam ? <MoveToCurrent dossier={dossier} session={session} to={to} now={now} /> : ""}
    </>
  );
};

export function dossierRoutes(app: AdminApp, site: AdminSite) {
  const mailTaskLink = createMailTaskLink(site);
  const find = (c: Context<AdminEnv>, id: string) => findDossierFor(site, c.var.caller, id);
  const show = async (c: Context<AdminEnv>, whole: WholeDossier, more: Partial<PageProps> = {}) => {
    const handler = await viewHandler(site, whole);
    const page = (
      <DossierPage whole={whole} session={c.var.session} site={site} handler={handler} {...more} />
    );
    const { reference, organisation } = whole.dossier;
    return c.render(page, {
      title: `${organisation.name} (${reference})`,
      hasProblems: more.note !== undefined,
    });
  };
  const backTo = (id: string, notice: string) => site.addresses.at(`/admin/dossiers/${id}?notice=${notice}`);

  app.get("/admin/dossiers/:id", async (c) => {
    const whole = await find(c, c.req.param("id"));
    return show(c, whole, { notice: noticeOf(c.req.query("notice") ?? "", whole.dossier) });
  });

  app.get("/admin/dossiers/:id/documents/:documentId", async (c) => {
    const whole = await find(c, c.req.param("id"));
    return c.redirect(await documentAddressFor(site, c.var.caller, whole, c.req.param("documentId")), 303);
  });

  app.post("/admin/dossiers/:id/notes", async (c) => {
    const form = await readOwnForm(c);
    const whole = await find(c, c.req.param("id"));
    const typed = form.get("text") ?? "";
    const problem = problemOfNote(typed, form.get("noNationalNumber") === "true");
    if (problem !== undefined) {
      c.status(422);
      return show(c, whole, { note: { typed, problem } });
    }
    const by = actorFor(c.var.caller, "led-team");
    const note = { id: idFor(c, site.newId), at: toInstant(site.now()), by, text: NoteText.parse(typed) };
    await site.dossiers.addNote(whole.dossier.id, note);
    return c.redirect(backTo(whole.dossier.id, "noted"), 303);
  });

  app.post("/admin/dossiers/:id/tasks/:taskId/link", async (c) => {
    await readOwnForm(c);
    const { id, taskId } = c.req.param();
    const { whole, task, part } = await findTaskFor(site, c.var.caller, id, taskId);
    if (task.status !== "open" || part !== "on-behalf") throw new Refusal("page-unknown");
    const result = await mailTaskLink(site.definitions[task.kind], task, whole.dossier, {
      id: idFor(c, site.newId),
    });
    if (result.status === "mailed") return c.redirect(backTo(id, "mailed"), 303);
    c.status(refusedStatus(c, result.reasons, 409));
    return show(c, whole, { notice: texts.mailedTooOften });
  });
}

function problemOfNote(typed: string, isNoNationalNumber: boolean): Problem | undefined {
  if (!z.safeParse(NoteText, typed).success) return { message: webTexts.note };
  const privacy = isNoNationalNumber ? allowed : noNationalNumber({ typed });
  return privacy.allowed ? undefined : privacy.reasons[0];
}
