import type { Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { isChecking } from "../../domain/documents.ts";
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
import { ADDED, taskTexts } from "../ui/task/texts.nl.ts";
import { lookUntil } from "../http/look-until.ts";
import { FullPage, ReceivedPage, receivedTitle, UploadPage } from "../ui/task/upload-page.tsx";
import { keptTyped } from "./keep-typed.tsx";
import type { PublicSite } from "./public-site.ts";
import { taskView } from "./task-view.tsx";
import { TASK_ROUTES, visitAsApplicant, visitDossier, visitTask, visitTaskOf } from "./visits.ts";

/** The bucket redirects to an address without the secret of the link, so a cookie holds the path, for that page only. */
const COOKIE = "upload";
const COOKIE_SECONDS = 60 * 60;
export const receivedPath = (id: string) => `/document-ontvangen/${id}`;

/** `path`: of the page that the document was added on. */
export const rememberUpload = (c: Context, { addresses }: PublicSite, id: string, path: string) =>
  setCookie(c, COOKIE, path, {
    path: addresses.at(receivedPath(id)),
    httpOnly: true,
    secure: addresses.isSecure,
    sameSite: "Lax",
    maxAge: COOKIE_SECONDS,
  });

const Unknown = () => (
  <>
    <h1>{taskTexts.received.unknown.title}</h1>
    <p>{taskTexts.received.unknown.text}</p>
  </>
);

export function documentRoutes(app: Hono, site: PublicSite) {
  const prepareUpload = createPrepareUpload(site);
  const { at, absolute } = site.addresses;

  const uploads = TASK_ROUTES.map((task) => `${task}/documenten`);
  app.on("POST", uploads, async (c) => {
    const kept = await keptTyped(c, site);
    if (kept instanceof Response) return kept;
    const { visit, sight, form } = kept;
    const kind = kindOf(sight.definition, form.get("kind"), false);
    const place = { taskId: taskId(visit.task), kind };
    const by = visit.actor;
    const back = at(visit.path);
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
    rememberUpload(c, site, upload.id, visit.path);
    c.header("content-security-policy", allowFormsTo(upload.form.url));
    const page = <UploadPage form={upload.form} kind={kind} back={back} />;
    return c.render(page, { title: taskTexts.upload.title(documentNames[kind]) });
  });

  for (const task of TASK_ROUTES)
    serveTakeAway(app, site, {
      route: `${task}/documenten/:documentId/${TAKE_AWAY_PATH}`,
      below: (id) => `/documenten/${id}/${TAKE_AWAY_PATH}`,
      visit: async (c) => {
        const found = await visitTaskOf(site, c);
        const view = (again = {}) => taskView(site, found, again);
        return { ...found, isOwn: true, mayDecide: true, address: at(found.path), view };
      },
      readForm,
      hidden: () => "",
    });

  app.get("/document-ontvangen/:id", async (c) => {
    const [, kind, secret = "", , taskId] = getCookie(c, COOKIE)?.split("/") ?? [];
    if (kind === undefined) return c.render(<Unknown />, { title: taskTexts.received.unknown.title });
    const isOutside = kind === "dossier" && taskId === undefined;
    const visit = async () =>
      isOutside
        ? { ...(await visitAsApplicant(site, secret)), path: `/dossier/${secret}` }
        : visitTask(site, secret, taskId);
    const id = c.req.param("id");
    const find = async () => (await visit()).whole.documents.find((candidate) => candidate.id === id);
    const { path } = await visit();
    const judged = await lookUntil(site.pause, async () => {
      const known = await find();
      return known && isChecking(known) ? undefined : known;
    });
    if (judged?.scan === "accepted" && !isOutside)
      return c.redirect(`${at(path)}?${ADDED.name}=${ADDED.value}`, 303);
    const document = judged ?? (await find());
    const words = isOutside ? taskTexts.toDossierItself : taskTexts.toTask;
    const page = (
      <ReceivedPage document={document} here={at(receivedPath(id))} back={at(path)} words={words} />
    );
    return c.render(page, { title: receivedTitle(document) });
  });

  const download = async (secret: string, id: string): Promise<string> => {
    const { whole, audience } = await visitDossier(site, secret);
    const document = documentsFor(audience, whole).find((candidate) => candidate.id === id);
    if (!document) throw new Refusal("page-unknown");
    return addressOfDocument(site.documents, document);
  };
  for (const page of [...TASK_ROUTES, "/dossier/:secret"] as const)
    app.get(`${page}/documenten/:id`, async (c) =>
      c.redirect(await download(c.req.param("secret") ?? "", c.req.param("id") ?? ""), 303),
    );
}
