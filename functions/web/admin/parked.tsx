import { showDate } from "../../domain/calendar.ts";
import { stageToResume } from "../../domain/dossier.ts";
import type { DossierOf } from "../../domain/dossier.ts";
import type { Session } from "../../domain/ports.ts";
import { stageNames } from "../../domain/texts.nl.ts";
import { stagesReached } from "../../executions/stage-is-reached.ts";
import { Answers } from "../ui/form/answers.tsx";
import { Unreadable } from "../ui/unreadable.tsx";
import type { AdminSite } from "../team/admin-site.ts";
import { Csrf } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";
import { longestFirst } from "../team/longest-parked-first.ts";
import { causeInWords } from "../../executions/causes.nl.ts";
import { stateInWords } from "../team/parked.nl.ts";
import { CLOSING } from "../team/team-acts.ts";
import { serveTeamAct } from "./team-act.tsx";
import { workflowPageTexts } from "./workflow-texts.nl.ts";

const texts = workflowPageTexts.parked;

/** Why and where a dossier was parked. */
export const WhyParked = ({ dossier, site }: { dossier: DossierOf<"PARKED">; site: AdminSite }) => {
  const { at, error, cause, lastState } = dossier.parked;
  const answers = [
    { label: texts.cause, lines: [causeInWords(error)] },
    { label: texts.stage, lines: [stageNames[stageToResume(dossier)]] },
    { label: texts.lastState, lines: [stateInWords(lastState, site.definitions)] },
    { label: texts.since, lines: [showDate(at)] },
    { label: texts.technical, lines: [cause === "" ? error : `${error}, ${cause}`] },
  ];
  return <Answers answers={answers} />;
};

type ItemProps = { dossier: DossierOf<"PARKED">; site: AdminSite; session: Session };

const Retry = ({ dossier, site, session }: ItemProps) => (
  <form method="post" action={site.addresses.at(`/admin/dossiers/${dossier.id}/resume`)}>
    <Csrf session={session} />
    <input type="hidden" name="stage" value={stageToResume(dossier)} />
    <button>
      {texts.retry}
      <span class="visually-hidden">{texts.retryOf(dossier.reference)}</span>
    </button>
  </form>
);

const ResumeFrom = ({ dossier, site, session }: ItemProps) => {
  const id = `stage-${dossier.id}`;
  return (
    <form method="post" action={site.addresses.at(`/admin/dossiers/${dossier.id}/resume`)}>
      <Csrf session={session} />
      <div class="field">
        <label for={id}>
          {texts.resumeFrom}
          <span class="visually-hidden">{texts.retryOf(dossier.reference)}</span>
        </label>
        <select id={id} name="stage">
          {stagesReached(dossier).map((stage) => (
            <option value={stage} selected={stage === stageToResume(dossier)}>
              {stageNames[stage]}
            </option>
          ))}
        </select>
      </div>
      <button class="second">
        {texts.resume}
        <span class="visually-hidden">{texts.retryOf(dossier.reference)}</span>
      </button>
    </form>
  );
};

const Item = (props: ItemProps) => {
  const { dossier, site } = props;
  const to = site.addresses.at(`/admin/dossiers/${dossier.id}`);
  return (
    <section class="summary" aria-labelledby={`parked-${dossier.id}`}>
      <h2 id={`parked-${dossier.id}`}>
        <a href={to}>
          {dossier.organisation.name} ({dossier.reference})
        </a>
      </h2>
      <WhyParked dossier={dossier} site={site} />
      <Retry {...props} />
      {stagesReached(dossier).length > 1 ? <ResumeFrom {...props} /> : ""}
      <p>
        <a href={`${to}/closing`}>
          {texts.close}
          <span class="visually-hidden">{texts.retryOf(dossier.reference)}</span>
        </a>
      </p>
    </section>
  );
};

/** Lists all parked dossiers: the cause, the state, and the next action. */
export function parkedRoutes(app: AdminApp, site: AdminSite) {
  app.get("/admin/parked", async (c) => {
    const { items, next, unreadable } = await site.dossiers.listParked(c.req.query("next"));
    const more = next && site.addresses.at(`/admin/parked?next=${encodeURIComponent(next)}`);
    const page = (
      <>
        <h1>{texts.title}</h1>
        {items.length === 0 ? <p>{texts.none}</p> : <p>{texts.intro}</p>}
        <Unreadable keys={unreadable} />
        {longestFirst(items).map((dossier) => (
          <Item dossier={dossier} site={site} session={c.var.session} />
        ))}
        {more ? (
          <p>
            <a href={more}>{texts.more}</a>
          </p>
        ) : (
          ""
        )}
      </>
    );
    return c.render(page, { title: texts.title });
  });

  serveTeamAct(app, site, CLOSING);
}
