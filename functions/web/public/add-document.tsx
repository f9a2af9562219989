import type { Hono } from "hono";
import { readForm } from "../http/read-body.ts";
import { HeldByLimit } from "../http/refusals.ts";
import { allowFormsTo } from "../http/security-headers.ts";
import { serveAddDocument } from "../ui/serve-add-document.tsx";
import { createPrepareUpload } from "../ui/task/prepare-upload.ts";
import { receivedPath, rememberUpload } from "./documents.tsx";
import type { PublicSite } from "./public-site.ts";
import { visitAsApplicant } from "./visits.ts";

/** The applicant adds a document to its dossier, outside any task. */
export function addDocumentRoutes(app: Hono, site: PublicSite) {
  const prepareUpload = createPrepareUpload(site);
  const { at, absolute } = site.addresses;

  serveAddDocument(app, {
    route: "/dossier/:secret/document",
    visit: async (c) => {
      const { secret, whole, actor } = await visitAsApplicant(site, c.req.param("secret") ?? "");
      const back = at(`/dossier/${secret}`);
      return { whole, actor, back, to: `${back}/document` };
    },
    readForm,
    hidden: () => "",
    prepareUpload: async (c, { whole }, wanted) => {
      const upload = await site.withinLimits(
        "upload",
        { dossier: whole.dossier.id },
        () => prepareUpload(whole, wanted, (document) => absolute(receivedPath(document))),
        ({ status }) => status === "prepared",
      );
      if (upload.status === "refused") throw new HeldByLimit(upload);
      if (upload.status === "prepared")
        rememberUpload(c, site, upload.id, `/dossier/${c.req.param("secret") ?? ""}`);
      return upload;
    },
    allowFormTo: (c, address) => c.header("content-security-policy", allowFormsTo(address)),
  });
}
