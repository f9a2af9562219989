import type { AdminSite } from "../team/admin-site.ts";
import { actorFor, findDossierFor } from "../team/find-dossier.ts";
import type { AdminApp } from "../team/admin-site.ts";
import { exportAddressFor } from "../team/read-files.ts";
import { idFor } from "../http/once.ts";
import { Refusal } from "../http/refusals.ts";
import { readingAnswer } from "../export/answers.ts";
import { ErasureInput, ExportInput, MessageInput } from "./inputs.ts";
import { refusedByRules } from "./problem.ts";
import { readInput, readWords } from "./read-input.ts";

const BASE = "/api/admin/v1";

/** Messages, exports, legal hold and erasure, as on the pages. */
export function apiKeepingRoutes(app: AdminApp, site: AdminSite) {
  app.post(`${BASE}/dossiers/:id/messages`, async (c) => {
    const { text, id: given } = await readWords(c, MessageInput);
    const { dossier } = await findDossierFor(site, c.var.caller, c.req.param("id"));
    const id = given ?? idFor(c, site.newId);
    await site.messageApplicant(dossier, actorFor(c.var.caller, "led-team"), { id, text });
    return c.json({ id }, 201);
  });

  app.post(`${BASE}/dossiers/:id/exports`, async (c) => {
    const { person } = await readInput(c, ExportInput);
    const whole = await findDossierFor(site, c.var.caller, c.req.param("id"));
    const result = await site.exportDossier(whole, actorFor(c.var.caller, "led-team"), {
      id: idFor(c, site.newId),
      personId: person,
    });
    if (result.status === "unknown") throw new Refusal("page-unknown");
    return c.json({ id: result.id }, 201);
  });

  app.get(`${BASE}/dossiers/:id/exports/:exportId`, async (c) => {
    const { id, exportId } = c.req.param();
    const whole = await findDossierFor(site, c.var.caller, id);
    return c.redirect(await exportAddressFor(site, c.var.caller, whole, exportId), 303);
  });

  app.get(`${BASE}/dossiers/:id/readings`, async (c) => {
    const { id } = (await findDossierFor(site, c.var.caller, c.req.param("id"))).dossier;
    const { items, ...rest } = await site.readings.list(id, c.req.query("next"));
    return c.json({ ...rest, items: items.map(readingAnswer) });
  });

  app.post(`${BASE}/dossiers/:id/erasure`, async (c) => {
    const { ground } = await readInput(c, ErasureInput);
    const { id } = (await findDossierFor(site, c.var.caller, c.req.param("id"))).dossier;
    const verdict = await site.eraseDossier(id, ground);
    return verdict.allowed ? c.body(null, 204) : refusedByRules(c, verdict.reasons, 409);
  });

  app.get(`${BASE}/deleted-dossiers`, async (c) => c.json(await site.tombstones.list(c.req.query("next"))));
}
