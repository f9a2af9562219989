import { exportIsThere } from "../export/export-is-there.ts";
import { idFor } from "../http/once.ts";
import { Refusal } from "../http/refusals.ts";
import type { AdminSite } from "../team/admin-site.ts";
import { actorFor, findDossierFor } from "../team/find-dossier.ts";
import { readOwnForm } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";
import { keepingPages } from "./retention-texts.nl.ts";
import { exportAddressFor } from "../team/read-files.ts";
import { adminTexts } from "./texts.nl.ts";

const texts = keepingPages.export;

const Ready = ({ here, back }: { here: string; back: string }) => (
  <>
    <h1>{texts.ready}</h1>
    <p class="done">{texts.text}</p>
    <p>
      <a href={`${here}/file`}>{texts.download}</a>
    </p>
    <p>
      <a href={back}>{adminTexts.dossier.back}</a>
    </p>
  </>
);

/**
 * Makes a zip of the dossier, or of its data about one person. The next page has the link, because a form may not lead
 * to the bucket (security-headers.ts).
 */
export function exportRoutes(app: AdminApp, site: AdminSite) {
  const addressOf = (id: string) => site.addresses.at(`/admin/dossiers/${id}`);

  app.post("/admin/dossiers/:id/exports", async (c) => {
    const form = await readOwnForm(c);
    const whole = await findDossierFor(site, c.var.caller, c.req.param("id"));
    const back = addressOf(whole.dossier.id);
    const person = form.get("person") ?? undefined;
    const result = await site.exportDossier(whole, actorFor(c.var.caller, "led-team"), {
      id: idFor(c, site.newId),
      personId: person,
    });
    if (result.status === "unknown") throw new Refusal("bad-request");
    return c.redirect(`${back}/exports/${result.id}`, 303);
  });

  app.get("/admin/dossiers/:id/exports/:exportId", async (c) => {
    const { id, exportId } = c.req.param();
    await findDossierFor(site, c.var.caller, id);
    if (!exportIsThere(exportId, site.now())) throw new Refusal("page-unknown");
    const back = addressOf(id);
    return c.render(<Ready here={`${back}/exports/${exportId}`} back={back} />, { title: texts.ready });
  });

  app.get("/admin/dossiers/:id/exports/:exportId/file", async (c) => {
    const { id, exportId } = c.req.param();
    const whole = await findDossierFor(site, c.var.caller, id);
    return c.redirect(await exportAddressFor(site, c.var.caller, whole, exportId), 303);
  });
}
