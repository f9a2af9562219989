import { showMoment } from "../../domain/calendar.ts";
import { logTexts, verdictText } from "../ui/log.nl.ts";
import { type LogLine, logLines } from "../ui/log-lines.ts";
import type { AdminApp, AdminSite } from "../team/admin-site.ts";
import { findDossierFor } from "../team/find-dossier.ts";
import { adminTexts } from "./texts.nl.ts";

const LogTable = ({ lines }: { lines: LogLine[] }) => (
  <div class="scroll" tabindex={0} role="region" aria-label={logTexts.entries}>
    <table>
      <thead>
        <tr>
          {logTexts.table.map((heading) => (
            <th scope="col">{heading}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(({ at, who, onBehalf, what }) => (
          <tr>
            <td>
              <time datetime={at}>{showMoment(at)}</time>
            </td>
            <td>{who}</td>
            <td>{onBehalf}</td>
            <td>{what}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

/** The log of a dossier, and the first difference between it and its digests. */
export function logRoutes(app: AdminApp, site: AdminSite) {
  app.get("/admin/dossiers/:id/log", async (c) => {
    const { dossier } = await findDossierFor(site, c.var.caller, c.req.param("id"));
    const verdict = await site.verifyLog(dossier.id);
    const back = site.addresses.at(`/admin/dossiers/${dossier.id}`);
    const page = (
      <>
        <p class="over">
          {dossier.reference} · {dossier.organisation.name}
        </p>
        <h1>{logTexts.title}</h1>
        <p>{logTexts.intro}</p>
        <h2>{logTexts.check}</h2>
        <p class={verdict.difference ? "problem" : "done"}>{verdictText(verdict)}</p>
        <h2>{logTexts.entries}</h2>
        <LogTable lines={logLines(verdict.log.toReversed(), site.definitions)} />
        <p>
          <a href={back}>{adminTexts.dossier.back}</a>
        </p>
      </>
    );
    return c.render(page, { title: logTexts.title });
  });
}
