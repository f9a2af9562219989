import type { Hono } from "hono";
import { changePeopleTexts } from "../../people/texts.nl.ts";
import { dateOf, showDate, toInstant } from "../../domain/calendar.ts";
import { whenDue } from "../../domain/deadline.nl.ts";
import { isClosedOrWithdrawn, laterPassOf } from "../../domain/dossier.ts";
import type { HumanTask } from "../../domain/human-task.ts";
import { taskId } from "../../domain/human-task.ts";
import { useMayEnd } from "../../out-of-use/use-may-end.ts";
import { withdrawalIsPossible } from "../../dossiers/withdrawal-is-possible.ts";
import { AccessList } from "../ui/access-list.tsx";
import { Steps, Term, WhoseTurn } from "../ui/dossier-parts.tsx";
import { refusedStatus } from "../http/refused-status.ts";
import { ConfirmationTick, problemsOfTick } from "../ui/form/confirmation-tick.tsx";
import { FormId } from "../ui/form/form-id.tsx";
import { ProblemSummary } from "../ui/form/problem-summary.tsx";
import type { Problem } from "../ui/form/problems.nl.ts";
import { createMailTaskLink } from "../http/mail-task-link.ts";
import { idFor } from "../http/once.ts";
import { readForm } from "../http/read-body.ts";
import { Refusal } from "../http/refusals.ts";
import { documentsFor } from "../ui/task/documents-for.ts";
import { ProtocolVersions } from "../ui/task/protocol-versions.tsx";
import { AddDocumentLink, DocumentList, PlanningDates } from "../ui/task/task-parts.tsx";
import { findTask } from "../ui/task/find-shown-task.ts";
import { webTexts } from "../ui/texts.nl.ts";
import { TimelineList } from "../ui/timeline-list.tsx";
import { timelineOf } from "../ui/timeline.ts";
import { messagePageTexts } from "./message-texts.nl.ts";
import type { PublicSite } from "./public-site.ts";
import { type Visit, visitDossier } from "./visits.ts";

const texts = webTexts.status;

/** A task link leads to one task. A new one is mailed, never shown on a page. */
type OwnProps = { to: string; isSecond: boolean; unticked?: Unticked };
type OwnTaskProps = OwnProps & { task: HumanTask; title: string; due?: string };
/** The task whose form was posted without its tick. */
type Unticked = { taskId: string; problems: Problem[] };
const prefixFor = (id: string) => `mail-${id}`;
const OwnTask = ({ task, title, due, to, isSecond, unticked }: OwnTaskProps) => (
  <li>
    <strong>{title}</strong>. {due}{" "}
    {isSecond ? texts.taskOfBoth(showDate(task.openedAt)) : texts.yourTask(showDate(task.openedAt))}
    <form method="post" action={`${to}/taken/${taskId(task)}/link`} id={prefixFor(taskId(task))} novalidate>
      <FormId />
      <ConfirmationTick
        label={texts.mailAgainTick}
        problems={unticked?.taskId === taskId(task) ? unticked.problems : []}
        idPrefix={prefixFor(taskId(task))}
      />
      <button class="second">
        {texts.mailAgain}
        <span class="visually-hidden">: {title}</span>
      </button>
    </form>
  </li>
);

type OwnTasksProps = OwnProps & { own: HumanTask[]; visit: Visit; site: PublicSite };
const OwnTasks = ({ own, visit, site, ...props }: OwnTasksProps) =>
  own.length === 0 ? (
    <></>
  ) : (
    <section>
      <h2>{texts.yourTasks}</h2>
      <ul>
        {own.map((task) => (
          <OwnTask
            task={task}
            title={site.definitions[task.kind].texts.nl.title}
            due={whenDue(task, visit.whole.dossier, toInstant(site.now()))}
            {...props}
          />
        ))}
      </ul>
    </section>
  );

/** How the consumer can stop: the use, a request, or a request after the last signature. */
const Leaving = ({ visit, to }: { visit: Visit; to: string }) => {
  const { dossier } = visit.whole;
  if (visit.audience !== "applicant" || isClosedOrWithdrawn(dossier)) return <></>;
  const isAsked = visit.whole.tasks.some(({ kind, status }) => kind === "DecideRenewal" && status === "open");
  if (dossier.status === "ENDING") return <p>{isAsked ? texts.renewalAsked : texts.ending}</p>;
  const ways = [
    ...(withdrawalIsPossible(dossier).allowed
      ? [{ to: `${to}/intrekken`, label: laterPassOf(dossier) ? texts.withdrawLater : texts.withdraw }]
      : []),
    ...(useMayEnd(dossier, "stopped", visit.actor).allowed
      ? [{ to: `${to}/stoppen`, label: texts.endUse }]
      : []),
  ];
  if (ways.length > 0)
    return (
      <>
        {ways.map((way) => (
          <p>
            <a href={way.to}>{way.label}</a>
          </p>
        ))}
      </>
    );
  return (
    <section>
      <h2>{texts.stop}</h2>
      <p>{texts.stopText}</p>
    </section>
  );
};

const PeopleLink = ({ to }: { to: string }) => (
  <p>
    <a href={to}>{changePeopleTexts.page.toPeople}</a>
  </p>
);

/** Notes are for the team only, including missing ones. */
const isForConsumer = (key: string) => !key.includes(" NOTE#");

type PageProps = { visit: Visit; site: PublicSite; notice?: string; unticked?: Unticked };
const DossierPage = ({ visit, site, notice, unticked }: PageProps) => {
  const { whole, audience, secret } = visit;
  const { dossier } = whole;
  const to = site.addresses.at(`/dossier/${secret}`);
  const open = whole.tasks.filter((task) => task.status === "open");
  const documents = documentsFor(audience, whole);
  const { mailboxes } = site.site;
  const now = toInstant(site.now());
  const timeline = timelineOf(whole, {
    definitions: site.definitions,
    documents,
    ledMailboxes: Object.values(mailboxes),
    isLed: false,
    readsNotes: false,
  });
  return (
    <>
      {unticked ? <ProblemSummary problems={unticked.problems} idPrefix={prefixFor(unticked.taskId)} /> : ""}
      <p class="over">{dossier.organisation.name}</p>
      <h1>{texts.title(dossier.reference)}</h1>
      {notice ? (
        <p class="notice" role="status">
          {notice}
        </p>
      ) : (
        ""
      )}
      {whole.unreadable.some(isForConsumer) ? <p class="notice">{webTexts.unreadable.public}</p> : ""}
      <h2>{texts.whoseTurn}</h2>
      <WhoseTurn dossier={dossier} open={open} now={now} reader={audience} />
      <OwnTasks
        own={open.filter((task) => task.audience === audience)}
        visit={visit}
        site={site}
        to={to}
        isSecond={visit.person.id === dossier.people.secondContact?.id}
        unticked={unticked}
      />
      <h2>{texts.steps}</h2>
      <Steps dossier={dossier} />
      <PlanningDates planning={dossier.planning} />
      <Term dossier={dossier} />
      <AccessList accesses={whole.accesses} title={webTexts.access.title} today={dateOf(now)} />
      <ProtocolVersions reader={{ whole: visit.whole, documents, to: `${to}/documenten` }} />
      <DocumentList documents={documents} to={`${to}/documenten`} dossier={dossier} />
      {audience === "applicant" ? <AddDocumentLink dossier={dossier} to={`${to}/document`} /> : ""}
      <h2>{texts.timeline}</h2>
      <TimelineList entries={timeline} />
      {audience === "applicant" ? (
        <p>
          <a href={`${to}/bericht`}>{messagePageTexts.title}</a>
        </p>
      ) : (
        ""
      )}
      {audience === "applicant" ? <PeopleLink to={`${to}/personen`} /> : ""}
      <Leaving visit={visit} to={to} />
    </>
  );
};

export function dossierRoutes(app: Hono, site: PublicSite) {
  const mailTaskLink = createMailTaskLink(site);

  app.get("/dossier/:secret", async (c) => {
    const visit = await visitDossier(site, c.req.param("secret"));
    const isMailed = c.req.query("mail") === "verstuurd" ? texts.mailedAgain : undefined;
    const notice = c.req.query("bericht") === "verstuurd" ? messagePageTexts.sent : isMailed;
    const page = <DossierPage visit={visit} site={site} notice={notice} />;
    return c.render(page, { title: texts.title(visit.whole.dossier.reference) });
  });

  app.post("/dossier/:secret/taken/:taskId/link", async (c) => {
    const visit = await visitDossier(site, c.req.param("secret"));
    const { dossier } = visit.whole;
    const task = findTask(visit.whole, c.req.param("taskId"));
    if (task?.status !== "open" || task.audience !== visit.audience) throw new Refusal("page-unknown");
    const problems = problemsOfTick(await readForm(c), texts.mailAgainTick);
    if (problems.length > 0) {
      c.status(422);
      const unticked = { taskId: taskId(task), problems };
      const page = <DossierPage visit={visit} site={site} unticked={unticked} />;
      return c.render(page, { title: texts.title(dossier.reference), hasProblems: true });
    }
    const result = await mailTaskLink(site.definitions[task.kind], task, dossier, {
      id: idFor(c, site.newId),
      to: visit.person,
    });
    if (result.status === "mailed")
      return c.redirect(site.addresses.at(`/dossier/${visit.secret}?mail=verstuurd`), 303);
    c.status(refusedStatus(c, result.reasons, 409));
    const page = <DossierPage visit={visit} site={site} notice={texts.mailedTooOften} />;
    return c.render(page, { title: texts.title(dossier.reference) });
  });
}
