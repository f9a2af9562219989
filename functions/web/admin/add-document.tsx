import { allowFormsTo } from "../http/security-headers.ts";
import type { AdminApp, AdminSite } from "../team/admin-site.ts";
import { actorFor, findDossierFor } from "../team/find-dossier.ts";
import { serveAddDocument } from "../ui/serve-add-document.tsx";
import { createPrepareUpload } from "../ui/task/prepare-upload.ts";
import { taskTexts } from "../ui/task/texts.nl.ts";
import { ReceivedPage, receivedTitle } from "../ui/task/upload-page.tsx";
import { readOwnForm, Token } from "./guard.tsx";

/** The team adds a document to a dossier, outside any task. */
export function addDocumentRoutes(app: AdminApp, site: AdminSite) {
  const prepareUpload = createPrepareUpload(site);
  const { at, absolute } = site.addresses;
  const received = (id: string, document: string) => `/admin/dossiers/${id}/document/${document}/received`;

  serveAddDocument(app, {
    route: "/admin/dossiers/:id/document",
    visit: async (c) => {
      const whole = await findDossierFor(site, c.var.caller, c.req.param("id") ?? "");
      const back = at(`/admin/dossiers/${whole.dossier.id}`);
      return { whole, actor: actorFor(c.var.caller, "led-team"), back, to: `${back}/document` };
    },
    readForm: readOwnForm,
    hidden: (c) => <Token session={c.var.session} />,
    prepareUpload: (_c, { whole }, wanted) =>
      prepareUpload(whole, wanted, (document) => absolute(received(whole.dossier.id, document))),
    allowFormTo: (c, address) =>
      c.header("content-security-policy", allowFormsTo(address, site.signIn.signOutAddress(""))),
  });

  app.get("/admin/dossiers/:id/document/:documentId/received", async (c) => {
    const { id, documentId } = c.req.param();
    const { documents } = await findDossierFor(site, c.var.caller, id);
    const document = documents.find((candidate) => candidate.id === documentId);
    const here = at(received(id, documentId));
    const back = at(`/admin/dossiers/${id}`);
    const page = (
      <ReceivedPage document={document} here={here} back={back} words={taskTexts.toDossierItself} />
    );
    return c.render(page, { title: receivedTitle(document) });
  });
}
