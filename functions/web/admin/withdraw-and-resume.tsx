import { toInstant } from "../../domain/calendar.ts";
import { STAGES } from "../../domain/process.ts";
import { askForText } from "../ui/form/ask-for-text.ts";
import { Refusal } from "../http/refusals.ts";
import type { AdminSite } from "../team/admin-site.ts";
import { actorFor, findDossierFor } from "../team/find-dossier.ts";
import { readOwnForm } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";
import { refuseAct, serveTeamAct } from "./team-act.tsx";
import { adminTexts } from "./texts.nl.ts";

/** Withdrawing a dossier, and letting a parked one go on. */
export function stopAndGoRoutes(app: AdminApp, site: AdminSite) {
  serveTeamAct(app, site, {
    path: "withdrawal",
    question: (dossier) =>
      askForText({
        ...adminTexts.withdrawal,
        intro: adminTexts.withdrawal.intro(dossier, toInstant(site.now())),
      }),
    act: (id, { reason }, by) => site.withdraw(id, by, reason),
    notice: "stopped",
  });

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
