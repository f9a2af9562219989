import { logTexts, verdictText } from "../ui/log.nl.ts";
import { logLines } from "../ui/log-lines.ts";
import { LogTable } from "../ui/log-table.tsx";
import type { AdminApp, AdminSite } from "../team/admin-site.ts";
import { findDossierFor } from "../team/find-dossier.ts";
import { adminTexts } from "./texts.nl.ts";

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
        <div class="scroll" tabindex={0} role="region" aria-label={logTexts.entries}>
          <LogTable lines={logLines(verdict.log.toReversed(), site.definitions)} />
        </div>
        <p>
          <a href={back}>{adminTexts.dossier.back}</a>
        </p>
      </>
    );
    return c.render(page, { title: logTexts.title });
  });
}
