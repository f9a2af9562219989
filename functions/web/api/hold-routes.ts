import { noNationalNumber } from "../../domain/no-national-number.ts";
import { actorFor, findDossierFor } from "../admin/find-dossier.ts";
import type { AdminSite } from "../admin/admin-site.ts";
import type { AdminApp } from "../admin/guard.tsx";
import { HoldInput } from "./inputs.ts";
import { refusedByRules } from "./problem.ts";
import { readInput } from "./read-input.ts";

const BASE = "/api/admin/v1/dossiers/:id/hold" as const;

/** Putting a dossier on hold, and letting it go on. */
export function apiHoldRoutes(app: AdminApp, site: AdminSite) {
  app.post(BASE, async (c) => {
    const input = await readInput(c, HoldInput);
    const { id } = (await findDossierFor(site, c.var.caller, c.req.param("id"))).dossier;
    const privacy = noNationalNumber({ reason: input.reason });
    if (!privacy.allowed) return refusedByRules(c, privacy.reasons, 422);
    const verdict = await site.holdDossier(id, input, actorFor(c.var.caller, "led-team"));
    return verdict.allowed ? c.body(null, 204) : refusedByRules(c, verdict.reasons, 409);
  });

  app.post(`${BASE}/end`, async (c) => {
    const { id } = (await findDossierFor(site, c.var.caller, c.req.param("id"))).dossier;
    const verdict = await site.resumeHeld(id, actorFor(c.var.caller, "led-team"));
    return verdict.allowed ? c.body(null, 204) : refusedByRules(c, verdict.reasons, 409);
  });
}
