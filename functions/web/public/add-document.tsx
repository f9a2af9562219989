import type { Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { readForm } from "../http/read-body.ts";
import { HeldByLimit } from "../http/refusals.ts";
import { allowFormsTo } from "../http/security-headers.ts";
import { renderReceived, serveAddDocument } from "../ui/serve-add-document.tsx";
import { createPrepareUpload } from "../ui/task/prepare-upload.ts";
import { UPLOAD_COOKIE, uploadCookie, unknownDocument } from "./documents.tsx";
import type { PublicSite } from "./public-site.ts";
import { visitAsApplicant } from "./visits.ts";

const receivedPath = (id: string) => `/document-van-dossier-ontvangen/${id}`;

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
        setCookie(
          c,
          UPLOAD_COOKIE,
          c.req.param("secret") ?? "",
          uploadCookie(site, at(receivedPath(upload.id))),
        );
      return upload;
    },
    allowFormTo: (c, address) => c.header("content-security-policy", allowFormsTo(address)),
  });

  app.get("/document-van-dossier-ontvangen/:id", async (c) => {
    const secret = getCookie(c, UPLOAD_COOKIE);
    if (secret === undefined) return unknownDocument(c);
    const { whole } = await visitAsApplicant(site, secret);
    const id = c.req.param("id");
    const document = whole.documents.find((candidate) => candidate.id === id);
    return renderReceived(c, document, { here: at(receivedPath(id)), back: at(`/dossier/${secret}`) });
  });
}
