import { toInstant } from "../../domain/calendar.ts";
import { type Dossier, stageToResume } from "../../domain/dossier.ts";
import type { Session } from "../../domain/ports.ts";
import { stageNames } from "../../domain/texts.nl.ts";
import { stagesReached } from "../../executions/stage-is-reached.ts";
import { isAMove } from "../../executions/move-is-needed.ts";
import { moveOf } from "../../executions/describe-move.ts";
import type { AdminApp, AdminSite } from "../team/admin-site.ts";
import { findDossierFor } from "../team/find-dossier.ts";
import { Answers } from "../ui/form/answers.tsx";
import { keepingPages } from "./retention-texts.nl.ts";
import { dossierPageTexts } from "./dossier-page.nl.ts";
import { Csrf } from "./guard.tsx";
import { WhyParked } from "./parked.tsx";
import { adminTexts } from "./texts.nl.ts";
import { webhookTexts } from "./webhooks.nl.ts";
import { MoveToCurrent } from "./workflow.tsx";
import { workflowPageTexts } from "./workflow-texts.nl.ts";

const { dossier: texts } = adminTexts;
const own = dossierPageTexts.system;

type Props = { dossier: Dossier; session: Session; to: string; site: AdminSite };

/** Shows why a dossier is parked, with a form to resume it. */
const Parked = ({ dossier, session, to, site }: Props) => {
  if (dossier.status !== "PARKED") return <></>;
  return (
    <section class="summary" aria-labelledby="parked">
      <h2 id="parked">{texts.parkedTitle}</h2>
      <WhyParked dossier={dossier} site={site} />
      <p>{texts.parkedHelp}</p>
      <form method="post" action={`${to}/resume`}>
        <Csrf session={session} />
        <div class="field">
          <label for="stage">{texts.resumeFrom}</label>
          <select id="stage" name="stage">
            {stagesReached(dossier).map((stage) => (
              <option value={stage} selected={stage === stageToResume(dossier)}>
                {stageNames[stage]}
              </option>
            ))}
          </select>
        </div>
        <button>{texts.resume}</button>
      </form>
      <p>
        <a href={`${to}/closing`}>{workflowPageTexts.parked.close}</a>
      </p>
    </section>
  );
};

/** Notice on the page of a parked dossier, with a link to the page that resumes it. */
export const StoppedNotice = ({ dossier, to }: Pick<Props, "dossier" | "to">) =>
  dossier.status === "PARKED" ? (
    <div class="notice">
      <p>{own.stopped}</p>
      <p>
        <a href={`${to}/system`}>{own.toSystem}</a>
      </p>
    </div>
  ) : (
    <></>
  );

const SystemOfDossier = (props: Props) => {
  const { dossier, session, to, site } = props;
  const now = toInstant(site.now());
  const isIdle = dossier.status !== "PARKED" && !isAMove(moveOf(dossier, [], now));
  return (
    <>
      <p class="over">
        <a href={to}>{dossier.organisation.name}</a>
      </p>
      <h1>{own.title(dossier.reference)}</h1>
      <p>{own.intro}</p>
      <Answers
        answers={[
          { label: own.run, lines: [String(dossier.run)] },
          { label: own.version, lines: [String(dossier.workflowVersion ?? 1)] },
        ]}
      />
      <Parked {...props} />
      <MoveToCurrent dossier={dossier} session={session} to={to} now={now} />
      {isIdle ? <p>{own.nothing}</p> : ""}
    </>
  );
};

/** The pages for operators: one about all dossiers, and one about each dossier. */
export function systemRoutes(app: AdminApp, site: AdminSite) {
  app.get("/admin/system", (c) => {
    const links = [
      { to: "/admin/parked", text: workflowPageTexts.parked.title },
      { to: "/admin/workflow", text: workflowPageTexts.workflow.title },
      { to: "/admin/webhooks", text: webhookTexts.title },
      { to: "/admin/deleted-dossiers", text: keepingPages.deleted.link },
    ];
    const page = (
      <>
        <h1>{own.overview}</h1>
        <p>{own.overviewIntro}</p>
        <ul class="spaced">
          {links.map(({ to, text }) => (
            <li>
              <a href={site.addresses.at(to)}>{text}</a>
            </li>
          ))}
        </ul>
      </>
    );
    return c.render(page, { title: own.overview });
  });

  app.get("/admin/dossiers/:id/system", async (c) => {
    const { dossier } = await findDossierFor(site, c.var.caller, c.req.param("id"));
    const to = site.addresses.at(`/admin/dossiers/${dossier.id}`);
    const page = <SystemOfDossier dossier={dossier} session={c.var.session} to={to} site={site} />;
    return c.render(page, { title: own.title(dossier.reference) });
  });
}
