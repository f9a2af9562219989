import type { Hono } from "hono";
import { taskId } from "../../domain/human-task.ts";
import { refusedStatus } from "../http/refused-status.ts";
import { postedAgain } from "../ui/task/read-proposal.ts";
import { keptTyped, tooLate } from "./keep-typed.tsx";
import type { PublicSite } from "./public-site.ts";
import { taskView } from "./task-view.tsx";
import { TASK_ROUTES, visitTaskOf } from "./visits.ts";

/** The applicant hands the text of its task to its DPO for advice. */
export function askDpoRoutes(app: Hono, site: PublicSite) {
  const routes = TASK_ROUTES.map((task) => `${task}/dpo`);
  app.on("POST", routes, async (c) => {
    const kept = await keptTyped(c, site);
    if (kept instanceof Response) return kept;
    const { visit, sight, proposed } = kept;
    const { task, path } = visit;
    const asked = await site.askDpo(task.dossierId, taskId(task), proposed);
    if (asked.status === "closed") return tooLate(c, site);
    if (asked.status === "asked") return c.redirect(site.addresses.at(path), 303);
    const posted = postedAgain(sight.definition, proposed, asked);
    // The draft was kept a moment ago: the form is based on that version.
    const { content, title } = await taskView(site, await visitTaskOf(site, c), { posted });
    c.status(refusedStatus(c, asked.reasons, 422));
    return c.render(content, { title, hasProblems: true });
  });
}
