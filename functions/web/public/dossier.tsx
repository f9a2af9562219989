import type { Hono } from "hono";
import { dateOf, toInstant } from "../../domain/calendar.ts";
import { isClosedOrWithdrawn, laterPassOf } from "../../domain/dossier.ts";
import { useMayEnd } from "../../out-of-use/use-may-end.ts";
import { withdrawalIsPossible } from "../../dossiers/withdrawal-is-possible.ts";
import { type HandlerToday, handlerToday } from "../../staff/handler-today.ts";
import { AccessList } from "../ui/access-list.tsx";
import { Steps, Term } from "../ui/dossier-parts.tsx";
import { documentsFor, seesFixedOnly } from "../ui/task/documents-for.ts";
import { AddDocumentLink, DocumentList } from "../ui/task/document-list.tsx";
import { ProtocolVersions } from "../ui/task/protocol-versions.tsx";
import { PlanningDates } from "../ui/task/task-parts.tsx";
import { webTexts } from "../ui/texts.nl.ts";
import { refusalTexts } from "../ui/refusals.nl.ts";
import { TimelineList } from "../ui/timeline-list.tsx";
import { eventsWithMails } from "../ui/timeline.ts";
import { Messages, WhatWasSent } from "./dossier-sent.tsx";
import { People, Summary } from "./dossier-summary.tsx";
import { messagePageTexts } from "./message-texts.nl.ts";
import type { PublicSite } from "./public-site.ts";
import { type Visit, visitDossier } from "./visits.ts";

const texts = webTexts.status;

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

/** Notes are for the team only, including missing ones. */
const isForConsumer = (key: string) => !key.includes(" NOTE#");

type PageProps = { visit: Visit; site: PublicSite; handler?: HandlerToday; notice?: string };

/** The home of a dossier: what is asked now on top, then everything that is in it. */
const DossierPage = ({ visit, site, handler, notice }: PageProps) => {
  const { whole, audience, secret } = visit;
  const { dossier } = whole;
  const { at } = site.addresses;
  const to = at(`/dossier/${secret}`);
  // A message of the consumer is in the timeline. It does not decide whose turn it is in the process.
  const open = whole.tasks.filter(({ status, kind }) => status === "open" && kind !== "AnswerMessage");
  const documents = documentsFor(audience, whole);
  const timeline = eventsWithMails(whole, {
    definitions: site.definitions,
    documents,
    ledMailboxes: Object.values(site.site.mailboxes),
    isLed: false,
    readsNotes: false,
  });
  return (
    <>
      <p class="over">{dossier.organisation.name}</p>
      <h1>{texts.title(dossier.reference)}</h1>
      {notice ? (
        <p class="notice" role="status">
          {notice}
        </p>
      ) : (
        ""
      )}
      {whole.unreadable.some(isForConsumer) ? <p class="notice">{refusalTexts.unreadable.public}</p> : ""}
      <Summary visit={visit} site={site} open={open} handler={handler} />
      <h2>{texts.steps}</h2>
      <Steps dossier={dossier} />
      <PlanningDates dossier={dossier} calendar={`${to}/planning.ics`} />
      <Term dossier={dossier} />
      <AccessList
        accesses={whole.accesses}
        title={webTexts.access.title}
        today={dateOf(toInstant(site.now()))}
      />
      <WhatWasSent visit={visit} definitions={site.definitions} at={at} />
      <ProtocolVersions
        reader={{
          ...{ whole, documents, to: `${to}/documenten` },
          seesFixedOnly: seesFixedOnly(audience, dossier),
        }}
      />
      <DocumentList documents={documents} to={`${to}/documenten`} whole={whole} />
      {visit.audience === "applicant" ? <AddDocumentLink dossier={dossier} to={`${to}/document`} /> : ""}
      <Messages visit={visit} at={at} />
      <People visit={visit} to={to} />
      <h2>{texts.timeline}</h2>
      <TimelineList entries={timeline} />
      <Leaving visit={visit} to={to} />
    </>
  );
};

export function dossierRoutes(app: Hono, site: PublicSite) {
  app.get("/dossier/:secret", async (c) => {
    const visit = await visitDossier(site, c.req.param("secret"));
    const notice = c.req.query("bericht") === "verstuurd" ? messagePageTexts.sent : undefined;
    const handler = await handlerToday(site, visit.whole.dossier);
    const page = <DossierPage visit={visit} site={site} handler={handler} notice={notice} />;
    return c.render(page, { title: texts.title(visit.whole.dossier.reference) });
  });
}
