import type { Context, Hono } from "hono";
import { readForm } from "../http/read-body.ts";
import { serveTask } from "../ui/task/serve-task.tsx";
import type { PublicSite } from "./public-site.ts";
import { closedTask, taskView } from "./task-view.tsx";
import { visitTask } from "./visits.ts";

export function taskRoutes(app: Hono, site: PublicSite) {
  const task = "/taak/:secret";
  const find = (c: Context) => visitTask(site, c.req.param("secret") ?? "");

  serveTask(app, site, {
    routes: { task, draft: `${task}/ontwerp` },
    visit: async (c) => {
      const found = await find(c);
      return {
        ...found,
        ...{ isOwn: true, address: site.addresses.at(`/taak/${found.secret}`) },
        view: (again = {}) => taskView(site, found, again),
      };
    },
    overtaken: async (c) => closedTask(site, await find(c), true),
    readForm,
    asksTick: true,
    unknown: "link-unknown",
    saved: { name: "ontwerp", value: "bewaard" },
  });
}
