import type { Hono } from "hono";
import { readForm } from "../http/read-body.ts";
import { serveTask } from "../ui/task/serve-task.tsx";
import { visitOrKeep } from "./kept-after-link.ts";
import type { PublicSite } from "./public-site.ts";
import { closedTask, taskView } from "./task-view.tsx";
import { TASK_ROUTES, visitTaskOf } from "./visits.ts";

export function taskRoutes(app: Hono, site: PublicSite) {
  for (const task of TASK_ROUTES)
    serveTask(app, site, {
      routes: { task, draft: `${task}/ontwerp` },
      visit: async (c) => {
        const found = await visitOrKeep(c, site);
        return {
          ...found,
          ...{ isOwn: true, address: site.addresses.at(found.path) },
          view: (again = {}) => taskView(site, found, again),
        };
      },
      overtaken: async (c) => closedTask(site, await visitTaskOf(site, c), true),
      readForm,
      asksTick: true,
      unknown: "link-unknown",
      saved: { name: "ontwerp", value: "bewaard" },
    });
}
