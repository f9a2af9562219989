import type { Context } from "hono";
import { postedAgain, readDraft, readProposal } from "../ui/task/read-proposal.ts";
import { basedOn, createSaveDraft } from "../ui/task/save-draft.ts";
import { sightOf } from "../ui/task/find-shown-task.ts";
import { taskTexts } from "../ui/task/texts.nl.ts";
import { Refusal } from "../http/refusals.ts";
import type { AdminEnv, AdminSite } from "../team/admin-site.ts";
import { findTaskFor, type TaskFor } from "../team/find-dossier.ts";
import { readOwnForm } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";
import { taskAddress } from "./task-address.ts";
import { taskView } from "./task-view.tsx";

export function taskRoutes(app: AdminApp, site: AdminSite) {
  const saveDraft = createSaveDraft(site);
  const find = (c: Context<AdminEnv>, { id, taskId }: { id: string; taskId: string }) =>
    findTaskFor(site, c.var.caller, id, taskId);
  const view = (
    c: Context<AdminEnv>,
    found: TaskFor,
    taskId: string,
    again?: Parameters<typeof taskView>[4],
  ) => taskView(site, c.var.session, found, taskAddress(site, found.task.dossierId, taskId), again);

  app.get("/admin/dossiers/:id/tasks/:taskId", async (c) => {
    const found = await find(c, c.req.param());
    const isDraftSaved = c.req.query("draft") === "saved";
    const { content, title } = await view(c, found, c.req.param("taskId"), { isDraftSaved });
    return c.render(content, { title });
  });

  app.post("/admin/dossiers/:id/tasks/:taskId", async (c) => {
    const { id, taskId } = c.req.param();
    const form = await readOwnForm(c);
    const found = await find(c, { id, taskId });
    const definition = site.definitions[found.task.kind];
    const proposed = readProposal(definition, form, found.actor);
    const result = await site.decideTask(id, taskId, proposed);
    if (result.status === "unknown") throw new Refusal("page-unknown");
    if (result.status === "decided") return c.redirect(taskAddress(site, id, taskId), 303);
    if (result.status === "refused") {
      const posted = postedAgain(definition, proposed, result);
      const { content, title } = await view(c, found, taskId, { posted });
      c.status(422);
      return c.render(content, { title, hasProblems: true });
    }
    const { content, title } = await view(c, await find(c, { id, taskId }), taskId);
    c.status(409);
    return c.render(content, { title });
  });

  app.post("/admin/dossiers/:id/tasks/:taskId/draft", async (c) => {
    const { id, taskId } = c.req.param();
    const form = await readOwnForm(c);
    const found = await find(c, { id, taskId });
    if (found.part !== "own") throw new Refusal("no-role");
    const sight = await sightOf(site, found.whole, found.task, true);
    const proposed = readDraft(sight.definition, form, found.actor);
    const saved = await saveDraft(sight, proposed, basedOn(form));
    if (saved.status === "saved") return c.redirect(`${taskAddress(site, id, taskId)}?draft=saved`, 303);
    if (saved.status === "nothing-typed") return c.redirect(taskAddress(site, id, taskId), 303);
    c.status(409);
    if (saved.status === "no-longer-open") {
      const { content, title } = await view(c, await find(c, { id, taskId }), taskId);
      return c.render(content, { title });
    }
    const again = { posted: postedAgain(sight.definition, proposed), storedElsewhere: saved.draft };
    const { content } = await view(c, found, taskId, again);
    return c.render(content, { title: taskTexts.savedElsewhere.title, hasProblems: true });
  });
}
