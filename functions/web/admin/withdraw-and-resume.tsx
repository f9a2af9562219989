import { STAGES } from "../../domain/process.ts";
import { Refusal } from "../http/refusals.ts";
import type { AdminSite } from "../team/admin-site.ts";
import { actorFor, findDossierFor } from "../team/find-dossier.ts";
import { readOwnForm } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";
import { refuseAct, serveTeamAct } from "./team-act.tsx";
import { AMENDMENT, END_OF_USE, ORGANISATION, WITHDRAWAL } from "../team/team-acts.ts";

/** Withdraws a request, ends or amends a use, changes the organisation, and resumes a parked dossier. */
export function stopAndGoRoutes(app: AdminApp, site: AdminSite) {
  serveTeamAct(app, site, WITHDRAWAL);
  serveTeamAct(app, site, END_OF_USE);
  serveTeamAct(app, site, AMENDMENT);
  serveTeamAct(app, site, ORGANISATION);

  app.post("/admin/dossiers/:id/resume", async (c) => {
    const form = await readOwnForm(c);
    const { id } = (await findDossierFor(site, c.var.caller, c.req.param("id"))).dossier;
    const stage = STAGES.find((known) => known === form.get("stage"));
    if (!stage) throw new Refusal("bad-request");
    const verdict = await site.resume(id, stage, actorFor(c.var.caller, "led-team"));
    const back = site.addresses.at(`/admin/dossiers/${id}`);
    return verdict.allowed ? c.redirect(`${back}?notice=resumed`, 303) : refuseAct(c, verdict.reasons, back);
  });
}
