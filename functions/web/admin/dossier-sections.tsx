import { dateOf, toInstant } from "../../domain/calendar.ts";
import { leadTimesOf } from "../../domain/lead-times.ts";
import type { Session, WholeDossier } from "../../domain/ports.ts";
import { changePeopleTexts } from "../../people/texts.nl.ts";
import { organisationCanChange } from "../../organisation/organisation-may-change.ts";
import { changeOrganisationTexts } from "../../organisation/texts.nl.ts";
import type { AdminSite } from "../team/admin-site.ts";
import { actorFor } from "../team/find-dossier.ts";
import { AccessList } from "../ui/access-list.tsx";
import { DossierFacts } from "../ui/dossier-facts.tsx";
import { Steps, Term } from "../ui/dossier-parts.tsx";
import { AddDocumentLink } from "../ui/task/document-list.tsx";
import { PlanningDates } from "../ui/task/task-parts.tsx";
import { webTexts } from "../ui/texts.nl.ts";
import { eventsOfKind, eventsWithMails, TIMELINE_KINDS, type TimelineKind } from "../ui/timeline.ts";
import { TimelineList } from "../ui/timeline-list.tsx";
import { UseLinks, WithdrawLink } from "./dossier-acts.tsx";
import { dossierPageTexts } from "./dossier-page.nl.ts";
import { Keeping } from "./dossier-retention.tsx";
import { HandlerActs, type HandlerView } from "./handler.tsx";
import { HoldLink } from "./hold.tsx";
import { LeadTimesTable } from "./lead-times.tsx";
import { adminTexts } from "./texts.nl.ts";

type Props = { whole: WholeDossier; site: AdminSite; to: string };
type SideProps = Props & { session: Session; handler: HandlerView };

/** The acts that a case handler needs less often. They are beside the page, and below it on a telephone. */
export const Side = ({ whole, session, site, handler, to }: SideProps) => {
  const { dossier } = whole;
  const now = toInstant(site.now());
  const { acts } = dossierPageTexts;
  return (
    <aside aria-labelledby="acts">
      <h2 id="acts">{acts.title}</h2>
      <HandlerActs whole={whole} view={handler} session={session} to={to} />
      <p>
        <a href={`${to}/message`}>{dossierPageTexts.messages.write}</a>
      </p>
      <AddDocumentLink dossier={dossier} to={`${to}/document`} />
      <p>
        <a href={`${to}/people`}>{changePeopleTexts.page.toPeople}</a>
      </p>
      {organisationCanChange(dossier).allowed ? (
        <p>
          <a href={`${to}/organisation`}>{changeOrganisationTexts.title}</a>
        </p>
      ) : (
        ""
      )}
      <HoldLink dossier={dossier} session={session} to={to} now={now} />
      <UseLinks dossier={dossier} to={to} by={actorFor(session, "led-team")} />
      <WithdrawLink dossier={dossier} to={to} />
      <details>
        <summary>{acts.keeping}</summary>
        <Keeping whole={whole} session={session} to={to} />
      </details>
      <p>
        <a href={`${to}/system`}>{acts.system}</a>
      </p>
    </aside>
  );
};

/** Facts that readers seldom look up, in a folded section. */
export const More = ({ whole, site, to, isTeam }: Props & { isTeam: boolean }) => {
  const { dossier } = whole;
  const now = toInstant(site.now());
  return (
    <section>
      <details>
        <summary>
          <h2>{dossierPageTexts.more}</h2>
        </summary>
        <h3>{webTexts.status.steps}</h3>
        <Steps dossier={dossier} />
        <DossierFacts dossier={dossier} toPeople={isTeam ? `${to}/people` : undefined} />
        <PlanningDates dossier={dossier} />
        <Term dossier={dossier} />
        <AccessList accesses={whole.accesses} title={webTexts.access.titleForLed} today={dateOf(now)} />
        <LeadTimesTable times={leadTimesOf(whole, now)} />
      </details>
    </section>
  );
};

/** `only`: the kind of event; all when absent. */
type FilteredProps = Props & { only?: TimelineKind; readsNotes: boolean };

/** The timeline of the dossier, with links that filter it by kind of event. It ends the page. */
export const Timeline = ({ whole, site, to, only, readsNotes }: FilteredProps) => {
  const { filter, kinds, none } = dossierPageTexts.timeline;
  const events = eventsWithMails(whole, {
    definitions: site.definitions,
    documents: whole.documents,
    ledMailboxes: [],
    isLed: true,
    readsNotes,
  });
  const shown = eventsOfKind(events, only);
  return (
    <section id="timeline">
      <h2>{adminTexts.dossier.timeline}</h2>
      <nav class="across" aria-label={filter}>
        <ul>
          {([undefined, ...TIMELINE_KINDS] as const).map((kind) => (
            <li>
              <a
                href={`${to}${kind === undefined ? "" : `?timeline=${kind}`}#timeline`}
                aria-current={kind === only ? "page" : undefined}
              >
                {kinds[kind ?? "all"]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {shown.length === 0 ? <p>{none}</p> : <TimelineList entries={shown} />}
    </section>
  );
};
