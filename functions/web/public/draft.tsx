import type { Hono } from "hono";
import { readForm } from "../http/read-body.ts";
import { postedAgain, readDraft } from "../ui/task/read-proposal.ts";
import { basedOn, createSaveDraft } from "../ui/task/save-draft.ts";
import { sightOf } from "../ui/task/find-shown-task.ts";
import { taskTexts } from "../ui/task/texts.nl.ts";
import type { PublicSite } from "./public-site.ts";
import { closedTask, taskView } from "./task-view.tsx";
import { visitTask } from "./visits.ts";

export function draftRoutes(app: Hono, site: PublicSite) {
  const saveDraft = createSaveDraft(site);

  app.post("/taak/:secret/ontwerp", async (c) => {
    const visit = await visitTask(site, c.req.param("secret"));
    const form = await readForm(c);
    const sight = await sightOf(site, visit.whole, visit.task, true);
    const proposed = readDraft(sight.definition, form, visit.actor);
    const saved = await saveDraft(sight, proposed, basedOn(form));
    if (saved.status === "saved")
      return c.redirect(site.addresses.at(`/taak/${visit.secret}?ontwerp=bewaard`), 303);
    if (saved.status === "nothing-typed") return c.redirect(site.addresses.at(`/taak/${visit.secret}`), 303);
    c.status(409);
    if (saved.status === "no-longer-open") {
      const { content, title } = closedTask(site, await visitTask(site, visit.secret), true);
      return c.render(content, { title });
    }
    const again = { posted: postedAgain(sight.definition, proposed), storedElsewhere: saved.draft };
    const { content } = await taskView(site, visit, again);
    return c.render(content, { title: taskTexts.savedElsewhere.title, hasProblems: true });
  });
}
