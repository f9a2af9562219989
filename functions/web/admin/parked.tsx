import { showDate } from "../../domain/calendar.ts";
import { stageToResume } from "../../domain/dossier.ts";
import type { DossierOf } from "../../domain/dossier.ts";
import type { Session } from "../../domain/ports.ts";
import { stageNames } from "../../domain/texts.nl.ts";
import { stagesReached } from "../../executions/stage-is-reached.ts";
import { Answers } from "../ui/form/answers.tsx";
import { Unreadable } from "../ui/unreadable.tsx";
import type { AdminSite } from "../team/admin-site.ts";
import { Csrf, readOwnForm } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";
import { Refusal } from "../http/refusals.ts";
import { actorFor } from "../team/find-dossier.ts";
import { longestFirst } from "../team/longest-parked-first.ts";
import { CAUSE_KINDS, CAUSES, type CauseKind, causeInWords, causeOf } from "../../executions/causes.nl.ts";
import { stateInWords } from "../team/parked.nl.ts";
import { CLOSING } from "../team/team-acts.ts";
import { serveTeamAct } from "./team-act.tsx";
import { workflowPageTexts } from "./workflow-texts.nl.ts";

const { parked: texts, help } = workflowPageTexts;

/** Why and where a dossier was parked. */
export const WhyParked = ({ dossier, site }: { dossier: DossierOf<"PARKED">; site: AdminSite }) => {
  const { at, error, cause, lastState } = dossier.parked;
  const answers = [
    { label: texts.cause, lines: [causeInWords(dossier.parked)] },
    { label: texts.stage, lines: [stageNames[stageToResume(dossier)]] },
    { label: texts.lastState, lines: [stateInWords(lastState, site.definitions)] },
    { label: texts.since, lines: [showDate(at)] },
  ];
  return (
    <>
      <Answers answers={answers} />
      <p>
        <a href={site.addresses.at(`/admin/parked/help#${causeOf(dossier.parked)}`)}>
          {texts.help}
          <span class="visually-hidden">{texts.retryOf(dossier.reference)}</span>
        </a>
      </p>
      <details>
        <summary>
          {texts.technical}
          <span class="visually-hidden">{texts.retryOf(dossier.reference)}</span>
        </summary>
        <p>{cause === "" ? error : `${error}, ${cause}`}</p>
      </details>
    </>
  );
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

type Found = Awaited<ReturnType<AdminSite["dossiers"]["listParked"]>>;
type PageProps = { found: Found; site: AdminSite; session: Session; notice?: string };

/** The dossiers that stopped for one cause, with a button for all of them. */
const Group = ({ kind, dossiers, site, session }: GroupProps) => (
  <section aria-labelledby={`cause-${kind}`}>
    <h2 id={`cause-${kind}`}>{CAUSES[kind].title}</h2>
    <p>{CAUSES[kind].todo}</p>
    <form method="post" action={site.addresses.at("/admin/parked")}>
      <Csrf session={session} />
      <input type="hidden" name="cause" value={kind} />
      <button>
        {texts.resumeAll(dossiers.length)}
        <span class="visually-hidden">{` (${CAUSES[kind].title})`}</span>
      </button>
    </form>
    {dossiers.map((dossier) => (
      <Item dossier={dossier} site={site} session={session} />
    ))}
  </section>
);
type GroupProps = Omit<ItemProps, "dossier"> & { kind: CauseKind; dossiers: DossierOf<"PARKED">[] };

const ParkedPage = ({ found: { items, next, unreadable }, site, session, notice }: PageProps) => {
  const more = next && site.addresses.at(`/admin/parked?next=${encodeURIComponent(next)}`);
  const groups = CAUSE_KINDS.map((kind) => ({
    kind,
    dossiers: longestFirst(items.filter(({ parked }) => causeOf(parked) === kind)),
  })).filter(({ dossiers }) => dossiers.length > 0);
  return (
    <>
      <h1>{texts.title}</h1>
      {notice ? (
        <p class="notice" role="status">
          {notice}
        </p>
      ) : (
        ""
      )}
      <p>{items.length === 0 ? texts.none : texts.intro}</p>
      <p>
        <a href={site.addresses.at("/admin/mails")}>{texts.mails}</a>
      </p>
      <Unreadable keys={unreadable} />
      {groups.map((group) => (
        <Group {...group} site={site} session={session} />
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
};

/** What the team does about each cause: the runbook of the team. */
const HelpPage = ({ site }: { site: AdminSite }) => (
  <>
    <h1>{help.title}</h1>
    {[...help.intro, help.again, help.close].map((line) => (
      <p>{line}</p>
    ))}
    {CAUSE_KINDS.map((kind) => (
      <section aria-labelledby={kind}>
        <h2 id={kind}>{CAUSES[kind].title}</h2>
        <Answers
          answers={[
            { label: help.what, lines: [CAUSES[kind].words] },
            { label: help.todo, lines: [CAUSES[kind].todo] },
          ]}
        />
      </section>
    ))}
    <p>
      <a href={site.addresses.at("/admin/parked")}>{help.back}</a>
    </p>
  </>
);

/** Lists all parked dossiers by cause: what happened, the state, and the next action. */
export function parkedRoutes(app: AdminApp, site: AdminSite) {
  app.get("/admin/parked", async (c) => {
    const found = await site.dossiers.listParked(c.req.query("next"));
    const page = <ParkedPage found={found} site={site} session={c.var.session} />;
    return c.render(page, { title: texts.title });
  });

  app.post("/admin/parked", async (c) => {
    const form = await readOwnForm(c);
    const cause = CAUSE_KINDS.find((kind) => kind === form.get("cause"));
    if (!cause) throw new Refusal("bad-request");
    const { resumed, left } = await site.resumeAll(cause, actorFor(c.var.caller, "led-team"));
    const notice = [texts.resumed(resumed), ...(left ? [texts.left] : [])].join(" ");
    const found = await site.dossiers.listParked();
    const page = <ParkedPage {...{ found, site, notice }} session={c.var.session} />;
    return c.render(page, { title: texts.title });
  });

  app.get("/admin/parked/help", (c) => c.render(<HelpPage site={site} />, { title: help.title }));

  serveTeamAct(app, site, CLOSING);
}
