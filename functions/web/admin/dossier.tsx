import type { Context } from "hono";
import * as z from "zod";
import { toInstant } from "../../domain/calendar.ts";
import { type Dossier, endingAskedOf } from "../../domain/dossier.ts";
import { longText } from "../../domain/fields.ts";
import { noNationalNumber } from "../../domain/no-national-number.ts";
import type { Session, WholeDossier } from "../../domain/ports.ts";
import { allowed } from "../../domain/verdict.ts";
import { changeOrganisationTexts } from "../../organisation/texts.nl.ts";
import { WhoseTurn } from "../ui/dossier-parts.tsx";
import type { Problem } from "../ui/form/problems.nl.ts";
import { refusedStatus } from "../http/refused-status.ts";
import { createMailTaskLink } from "../http/mail-task-link.ts";
import { idFor } from "../http/once.ts";
import { Refusal } from "../http/refusals.ts";
import { documentsFor } from "../ui/task/documents-for.ts";
import { ProtocolVersions } from "../ui/task/protocol-versions.tsx";
import { DocumentList } from "../ui/task/document-list.tsx";
import { stepOf } from "../ui/task/task-parts.tsx";
import { webTexts } from "../ui/texts.nl.ts";
import { Unreadable } from "../ui/unreadable.tsx";
import { TIMELINE_KINDS, type TimelineKind } from "../ui/timeline.ts";
import type { AdminEnv, AdminSite } from "../team/admin-site.ts";
import { AnswerRounds, answeredTasks } from "./answer-rounds.tsx";
import { DoneTasks, OpenTasks } from "./dossier-acts.tsx";
import { MessagesAndNotes } from "./dossier-messages.tsx";
import { dossierPageTexts } from "./dossier-page.nl.ts";
import { Summary } from "./dossier-summary.tsx";
import { More, Side, Timeline } from "./dossier-sections.tsx";
import { EndingAsked } from "./ending-asked.tsx";
import { type HandlerView, viewHandler } from "./handler.tsx";
import { handlerTexts } from "./handler.nl.ts";
import { actorFor, findDossierFor, findTaskFor, isOfTeam } from "../team/find-dossier.ts";
import { readOwnForm } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";
import { keepingPages } from "./retention-texts.nl.ts";
import { documentAddressFor } from "../team/read-files.ts";
import { statusNames } from "../ui/dossier-facts.nl.ts";
import { actTexts } from "../team/act-texts.nl.ts";
import { adminTexts } from "./texts.nl.ts";
import { StoppedNotice } from "./system.tsx";
import { workflowPageTexts } from "./workflow-texts.nl.ts";

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
  organisation: changeOrganisationTexts.done,
  messaged: keepingPages.messaged,
  "legal-hold": keepingPages.held,
  lifted: keepingPages.lifted,
  handler: handlerTexts.changed,
  held: texts.held,
  "hold-ended": texts.holdEnded,
  "mails-again": texts.mailsAgain,
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
  /** The kind of event in the timeline; all when absent. */
  only?: TimelineKind;
};

const DossierPage = (props: PageProps) => {
  const { whole, session, site, handler, notice, note, only } = props;
  const { dossier } = whole;
  const isTeam = isOfTeam(session);
  const to = site.addresses.at(`/admin/dossiers/${dossier.id}`);
  const now = toInstant(site.now());
  const { definitions } = site;
  const tasks = { whole, definitions, session, isTeam, to, now };
  const documents = documentsFor("led-team", whole);
  return (
    <div class="wide">
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
      <div class="sides">
        <div>
          <Summary dossier={dossier} handler={handler} />
          <section>
            <h2>{dossierPageTexts.waits.title}</h2>
            {isTeam ? <StoppedNotice dossier={dossier} to={to} /> : ""}
            <WhoseTurn
              dossier={dossier}
              open={whole.tasks.filter(({ status }) => status === "open")}
              now={now}
            />
            <EndingAsked dossier={dossier} />
            <OpenTasks {...tasks} />
          </section>
          {isTeam ? <AnswerRounds answered={answeredTasks(whole, definitions)} to={to} /> : ""}
          <ProtocolVersions reader={{ whole, documents, to: `${to}/documents`, seesFixedOnly: false }} />
          <DocumentList documents={documents} to={`${to}/documents`} whole={whole} />
          {isTeam ? <MessagesAndNotes whole={whole} session={session} to={to} note={note} /> : ""}
          <More whole={whole} site={site} to={to} isTeam={isTeam} />
        </div>
        {isTeam ? <Side {...{ whole, site, to, session, handler }} /> : ""}
      </div>
      <DoneTasks {...tasks} />
      <Timeline whole={whole} site={site} to={to} only={only} readsNotes={isTeam} />
    </div>
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
    const only = TIMELINE_KINDS.find((kind) => kind === c.req.query("timeline"));
    return show(c, whole, { notice: noticeOf(c.req.query("notice") ?? "", whole.dossier), only });
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
