import { documentNames } from "../../domain/texts.nl.ts";
import { Refusal } from "../http/refusals.ts";
import { allowFormsTo } from "../http/security-headers.ts";
import { createPrepareUpload, kindOf } from "../ui/task/prepare-upload.ts";
import { postedAgain, readDraft } from "../ui/task/read-proposal.ts";
import { createKeepTyped } from "../ui/task/save-draft.ts";
import { sightOf } from "../ui/task/find-shown-task.ts";
import { TAKE_AWAY_PATH } from "../ui/task/needed-documents.tsx";
import { serveTakeAway } from "../ui/task/serve-take-away.tsx";
import { ADDED, taskTexts } from "../ui/task/texts.nl.ts";
import { FullPage, ReceivedPage, receivedTitle, UploadPage } from "../ui/task/upload-page.tsx";
import type { AdminSite } from "../team/admin-site.ts";
import { findTaskFor } from "../team/find-dossier.ts";
import { readOwnForm, Token } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";
import { documentAddressFor } from "../team/read-files.ts";
import { taskAddress } from "./task-address.ts";
import { taskView } from "./task-view.tsx";

export function documentRoutes(app: AdminApp, site: AdminSite) {
  const prepareUpload = createPrepareUpload(site);
  const keepTyped = createKeepTyped(site);

  app.post("/admin/dossiers/:id/tasks/:taskId/documents", async (c) => {
    const { id, taskId } = c.req.param();
    const form = await readOwnForm(c);
    const found = await findTaskFor(site, c.var.caller, id, taskId);
    const { task, whole, part, actor } = found;
    if (part === "reader") throw new Refusal("no-role");
    if (task.status !== "open") throw new Refusal("conflict");
    const address = taskAddress(site, id, taskId);
    const sight = sightOf(site, whole, task, part === "own");
    const kind = kindOf(sight.definition, form.get("kind"), part === "on-behalf");
    const proposed = readDraft(sight.definition, form, actor);
    // On behalf of the consumer no draft is saved: the draft belongs to the consumer.
    const kept = part === "own" ? await keepTyped(sight, proposed, form) : undefined;
    if (kept?.status === "no-longer-open") throw new Refusal("conflict");
    if (kept?.status === "saved-elsewhere") {
      const again = { posted: postedAgain(sight.definition, proposed), storedElsewhere: kept.draft };
      const { content } = await taskView(site, c.var.session, found, address, again);
      c.status(409);
      return c.render(content, { title: taskTexts.savedElsewhere.title, hasProblems: true });
    }
    const upload = await prepareUpload(whole, { taskId, kind, by: actor }, (document) =>
      site.addresses.absolute(`/admin/dossiers/${id}/tasks/${taskId}/documents/${document}/received`),
    );
    if (upload.status === "full") {
      c.status(409);
      const full = <FullPage reasons={upload.reasons} back={address} />;
      return c.render(full, { title: taskTexts.upload.full });
    }
    c.header("content-security-policy", allowFormsTo(upload.form.url, site.signIn.signOutAddress("")));
    const page = <UploadPage form={upload.form} kind={kind} back={address} />;
    return c.render(page, { title: taskTexts.upload.title(documentNames[kind]) });
  });

  serveTakeAway(app, site, {
    route: `/admin/dossiers/:id/tasks/:taskId/documents/:documentId/${TAKE_AWAY_PATH}`,
    below: (id) => `/documents/${id}/${TAKE_AWAY_PATH}`,
    visit: async (c) => {
      const { id = "", taskId = "" } = c.req.param();
      const found = await findTaskFor(site, c.var.caller, id, taskId);
      const address = taskAddress(site, id, taskId);
      const mayDecide = found.part !== "reader";
      const view = (again = {}) => taskView(site, c.var.session, found, address, again);
      return { ...found, isOwn: found.part === "own", mayDecide, address, view };
    },
    readForm: readOwnForm,
    hidden: (c) => <Token session={c.var.session} />,
  });

  app.get("/admin/dossiers/:id/tasks/:taskId/documents/:documentId/received", async (c) => {
    const { id, taskId, documentId } = c.req.param();
    const { whole } = await findTaskFor(site, c.var.caller, id, taskId);
    const document = whole.documents.find((candidate) => candidate.id === documentId);
    const back = taskAddress(site, id, taskId);
    const here = `${back}/documents/${documentId}/received`;
    if (document?.scan === "accepted") return c.redirect(`${back}?${ADDED.name}=${ADDED.value}`, 303);
    return c.render(<ReceivedPage document={document} here={here} back={back} />, {
      title: receivedTitle(document),
    });
  });

  app.get("/admin/dossiers/:id/tasks/:taskId/documents/:documentId", async (c) => {
    const { id, taskId, documentId } = c.req.param();
    const { whole } = await findTaskFor(site, c.var.caller, id, taskId);
    return c.redirect(await documentAddressFor(site, c.var.caller, whole, documentId), 303);
  });
}
