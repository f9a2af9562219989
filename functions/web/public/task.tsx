import type { Hono } from "hono";
import { taskId } from "../../domain/human-task.ts";
import { isTicked } from "../ui/form/confirmation-tick.tsx";
import { readForm } from "../http/read-body.ts";
import { Refusal } from "../http/refusals.ts";
import { refusedStatus } from "../http/refused-status.ts";
import { confirmationOf } from "../ui/task/confirmation.ts";
import { postedAgain, readProposal } from "../ui/task/read-proposal.ts";
import { sightOf } from "../ui/task/find-shown-task.ts";
import type { PublicSite } from "./public-site.ts";
import { closedTask, taskView } from "./task-view.tsx";
import { visitTask } from "./visits.ts";

export function taskRoutes(app: Hono, site: PublicSite) {
  app.get("/taak/:secret", async (c) => {
    const visit = await visitTask(site, c.req.param("secret"));
    const { content, title } = await taskView(site, visit, {
      isDraftSaved: c.req.query("ontwerp") === "bewaard",
    });
    return c.render(content, { title });
  });

  app.post("/taak/:secret", async (c) => {
    const secret = c.req.param("secret");
    const visit = await visitTask(site, secret);
    const form = await readForm(c);
    const sight = await sightOf(site, visit.whole, visit.task, true);
    const posted = readProposal(sight.definition, form, visit.actor);
    const asksTick = confirmationOf(sight, posted.outcome) !== undefined;
    const proposed = { ...posted, isUnconfirmed: asksTick && !isTicked(form) };
    const result = await site.decideTask(visit.task.dossierId, taskId(visit.task), proposed);
    if (result.status === "unknown") throw new Refusal("link-unknown");
    if (result.status === "decided") return c.redirect(site.addresses.at(`/taak/${secret}`), 303);
    if (result.status === "refused") {
      const again = postedAgain(sight.definition, proposed, result);
      const { content, title } = await taskView(site, visit, { posted: again });
      c.status(refusedStatus(c, result.reasons, 422));
      return c.render(content, { title, hasProblems: true });
    }
    const { content, title } = closedTask(site, await visitTask(site, secret), true);
    c.status(409);
    return c.render(content, { title });
  });
}
