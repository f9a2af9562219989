import type { Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { taskId } from "../../domain/human-task.ts";
import { documentNames } from "../../domain/texts.nl.ts";
import { readForm } from "../http/read-body.ts";
import { HeldByLimit, Refusal } from "../http/refusals.ts";
import { allowFormsTo } from "../http/security-headers.ts";
import { documentsFor } from "../ui/task/documents-for.ts";
import { addressOfDocument } from "../ui/task/give-document.ts";
import { createPrepareUpload, kindOf } from "../ui/task/prepare-upload.ts";
import { TAKE_AWAY_PATH } from "../ui/task/needed-documents.tsx";
import { serveTakeAway } from "../ui/task/serve-take-away.tsx";
import { taskTexts } from "../ui/task/texts.nl.ts";
import { FullPage, ReceivedPage, receivedTitle, UploadPage } from "../ui/task/upload-page.tsx";
import { keptTyped } from "./keep-typed.tsx";
import type { PublicSite } from "./public-site.ts";
import { taskView } from "./task-view.tsx";
import { visitDossier, visitTask } from "./visits.ts";

/** The bucket redirects to an address without the secret of the link, so a cookie holds it, for that page only. */
export const UPLOAD_COOKIE = "upload";
const COOKIE_SECONDS = 60 * 60;
export const uploadCookie = ({ addresses: { isSecure } }: PublicSite, path: string) =>
  ({ path, httpOnly: true, secure: isSecure, sameSite: "Lax", maxAge: COOKIE_SECONDS }) as const;
const receivedPath = (id: string) => `/document-ontvangen/${id}`;

const Unknown = () => (
  <>
    <h1>{taskTexts.received.unknown.title}</h1>
    <p>{taskTexts.received.unknown.text}</p>
  </>
);
export const unknownDocument = (c: Context) =>
  c.render(<Unknown />, { title: taskTexts.received.unknown.title });

export function documentRoutes(app: Hono, site: PublicSite) {
  const prepareUpload = createPrepareUpload(site);
  const { at, absolute } = site.addresses;

  app.post("/taak/:secret/documenten", async (c) => {
    const kept = await keptTyped(c, site);
    if (kept instanceof Response) return kept;
    const { visit, sight, form } = kept;
    const kind = kindOf(sight.definition, form.get("kind"), false);
    const place = { taskId: taskId(visit.task), kind };
    const by = visit.actor;
    const back = at(`/taak/${visit.secret}`);
    const upload = await site.withinLimits(
      "upload",
      { dossier: visit.task.dossierId },
      () => prepareUpload(sight.whole, { ...place, by }, (document) => absolute(receivedPath(document))),
      ({ status }) => status !== "full",
    );
    if (upload.status === "refused") throw new HeldByLimit(upload);
    if (upload.status === "full") {
      c.status(409);
      const full = <FullPage reasons={upload.reasons} back={back} />;
      return c.render(full, { title: taskTexts.upload.full });
    }
    setCookie(c, UPLOAD_COOKIE, visit.secret, uploadCookie(site, at(receivedPath(upload.id))));
    c.header("content-security-policy", allowFormsTo(upload.form.url));
    const page = <UploadPage form={upload.form} kind={kind} back={back} />;
    return c.render(page, { title: taskTexts.upload.title(documentNames[kind]) });
  });

  serveTakeAway(app, site, {
    route: `/taak/:secret/documenten/:documentId/${TAKE_AWAY_PATH}`,
    below: (id) => `/documenten/${id}/${TAKE_AWAY_PATH}`,
    visit: async (c) => {
      const found = await visitTask(site, c.req.param("secret") ?? "");
      const view = (again = {}) => taskView(site, found, again);
      return { ...found, isOwn: true, mayDecide: true, address: at(`/taak/${found.secret}`), view };
    },
    readForm,
    hidden: () => "",
  });

  app.get("/document-ontvangen/:id", async (c) => {
    const secret = getCookie(c, UPLOAD_COOKIE);
    if (secret === undefined) return unknownDocument(c);
    const { whole } = await visitTask(site, secret);
    const id = c.req.param("id");
    const document = whole.documents.find((candidate) => candidate.id === id);
    const page = (
      <ReceivedPage document={document} here={at(receivedPath(id))} back={at(`/taak/${secret}`)} />
    );
    return c.render(page, { title: receivedTitle(document) });
  });

  const download = async (secret: string, id: string): Promise<string> => {
    const { whole, audience } = await visitDossier(site, secret);
    const document = documentsFor(audience, whole).find((candidate) => candidate.id === id);
    if (!document) throw new Refusal("page-unknown");
    return addressOfDocument(site.documents, document);
  };
  app.get("/taak/:secret/documenten/:id", async (c) =>
    c.redirect(await download(c.req.param("secret"), c.req.param("id")), 303),
  );
  app.get("/dossier/:secret/documenten/:id", async (c) =>
    c.redirect(await download(c.req.param("secret"), c.req.param("id")), 303),
  );
}
