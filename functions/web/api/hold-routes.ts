import { actorFor, findDossierFor } from "../team/find-dossier.ts";
import type { AdminSite } from "../team/admin-site.ts";
import type { AdminApp } from "../team/admin-site.ts";
import { refusedByRules } from "./problem.ts";

/** Letting a dossier go on that was put on hold. */
export function apiHoldRoutes(app: AdminApp, site: AdminSite) {
  app.post("/api/admin/v1/dossiers/:id/hold/end", async (c) => {
    const { id } = (await findDossierFor(site, c.var.caller, c.req.param("id"))).dossier;
    const verdict = await site.resumeHeld(id, actorFor(c.var.caller, "led-team"));
    return verdict.allowed ? c.body(null, 204) : refusedByRules(c, verdict.reasons, 409);
  });
}
