import { WORKFLOW_VERSION, WORKFLOWS } from "../../../statemachine/contract.ts";
import type { Instant } from "../../domain/calendar.ts";
import type { Dossier } from "../../domain/dossier.ts";
import { parseTaskId } from "../../domain/human-task.ts";
import type { Session } from "../../domain/ports.ts";
import { stageNames } from "../../domain/texts.nl.ts";
import type { FoundMoves } from "../../executions/find-moves.ts";
import { isAMove, moveIsNeeded } from "../../executions/move-is-needed.ts";
import { type Move, moveOf } from "../../executions/describe-move.ts";
import type { AdminSite } from "../team/admin-site.ts";
import { actorFor, findDossierFor } from "../team/find-dossier.ts";
import { Csrf, readOwnForm } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";
import { refuseAct } from "./team-act.tsx";
import { adminTexts } from "./texts.nl.ts";
import { workflowPageTexts } from "./workflow-texts.nl.ts";
import { Table } from "../ui/table.tsx";

const texts = workflowPageTexts.workflow;

const titlesOf = ({ tasks }: Move, { definitions }: AdminSite): string =>
  tasks
    .map((id) => parseTaskId(id))
    .filter((task) => task !== undefined)
    .map(({ kind }) => definitions[kind].texts.nl.title)
    .join(", ");

const MoveTable = ({ moves, site }: { moves: Move[]; site: AdminSite }) => (
  <Table
    title={texts.list}
    headings={[
      adminTexts.table.reference,
      adminTexts.table.organisation,
      adminTexts.table.step,
      texts.version,
      texts.tasks,
      texts.what,
    ]}
  >
    {moves.map((move) => (
      <tr>
        <td>
          <a href={site.addresses.at(`/admin/dossiers/${move.dossierId}`)}>{move.reference}</a>
        </td>
        <td>{move.organisationName}</td>
        <td>{stageNames[move.stage]}</td>
        <td>{texts.fromTo(move.from, move.to)}</td>
        <td>{titlesOf(move, site)}</td>
        <td>{texts.outcomes[move.outcome]}</td>
      </tr>
    ))}
  </Table>
);

/** `from`: start of this page in the list. */
type PageProps = { found: FoundMoves; from?: string; site: AdminSite; session: Session; notice?: string };

const WorkflowPage = ({ found: { moves, next }, from, site, session, notice }: PageProps) => {
  const able = moves.filter(isAMove).length;
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
      <p>{texts.intro}</p>
      <h2>{texts.versions}</h2>
      <ul>
        {WORKFLOWS.map((workflow) => (
          <li>{texts.versionOf(workflow, WORKFLOW_VERSION[workflow])}</li>
        ))}
      </ul>
      <h2>{texts.list}</h2>
      {moves.length === 0 ? <p>{texts.none}</p> : <MoveTable moves={moves} site={site} />}
      {able > 0 ? <MoveButton able={able} from={from} site={site} session={session} /> : ""}
      {next ? (
        <p>
          <a href={site.addresses.at(`/admin/workflow?next=${encodeURIComponent(next)}`)}>{texts.more}</a>
        </p>
      ) : (
        ""
      )}
    </>
  );
};

type ButtonProps = { able: number; from?: string; site: AdminSite; session: Session };

const MoveButton = ({ able, from, site, session }: ButtonProps) => (
  <form method="post" action={site.addresses.at("/admin/workflow")}>
    <Csrf session={session} />
    {from ? <input type="hidden" name="next" value={from} /> : ""}
    <button>{texts.button(able)}</button>
  </form>
);

/** On the page of a dossier with an older workflow version: an explanation and the button. */
export const MoveToCurrent = (props: { dossier: Dossier; session: Session; to: string; now: Instant }) => {
  const move = moveOf(props.dossier, [], props.now);
  if (!isAMove(move)) return <></>;
  return (
    <section aria-labelledby="workflow-version">
      <h2 id="workflow-version">{workflowPageTexts.move.title}</h2>
      <p>{workflowPageTexts.move.text(move.from, move.to)}</p>
      <form method="post" action={`${props.to}/workflow-version`}>
        <Csrf session={props.session} />
        <button class="second">{workflowPageTexts.move.button}</button>
      </form>
    </section>
  );
};

/** Lists dossiers with an older workflow version, and moves them to the current one. */
export function workflowRoutes(app: AdminApp, site: AdminSite) {
  app.get("/admin/workflow", async (c) => {
    const from = c.req.query("next");
    const found = await site.findMoves(from);
    const page = <WorkflowPage found={found} from={from} site={site} session={c.var.session} />;
    return c.render(page, { title: texts.title });
  });

  app.post("/admin/workflow", async (c) => {
    const from = (await readOwnForm(c)).get("next") ?? undefined;
    const done = await site.moveAll(actorFor(c.var.caller, "led-team"), from);
    const moves = done.moves.map((move) => (done.moved.includes(move.dossierId) ? underWay(move) : move));
    const notice = texts.done(done);
    const found = { ...done, moves };
    const page = <WorkflowPage {...{ found, from, site, notice }} session={c.var.session} />;
    return c.render(page, { title: texts.title });
  });

  app.post("/admin/dossiers/:id/workflow-version", async (c) => {
    await readOwnForm(c);
    const { id } = (await findDossierFor(site, c.var.caller, c.req.param("id"))).dossier;
    const verdict = moveIsNeeded(await site.moveToCurrentVersion(id, actorFor(c.var.caller, "led-team")));
    const back = site.addresses.at(`/admin/dossiers/${id}`);
    return verdict.allowed ? c.redirect(`${back}?notice=moved`, 303) : refuseAct(c, verdict.reasons, back);
  });
}

/** A move that was just requested is reported as under way. */
const underWay = (move: Move): Move => ({ ...move, outcome: "under-way" });
