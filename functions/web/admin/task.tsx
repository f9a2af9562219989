import type { Context } from "hono";
import { serveTask } from "../ui/task/serve-task.tsx";
import type { AdminApp, AdminEnv, AdminSite } from "../team/admin-site.ts";
import { findTaskFor } from "../team/find-dossier.ts";
import { readOwnForm } from "./guard.tsx";
import { taskAddress } from "./task-address.ts";
import { taskView } from "./task-view.tsx";

export function taskRoutes(app: AdminApp, site: AdminSite) {
  const task = "/admin/dossiers/:id/tasks/:taskId";
  const visit = async (c: Context<AdminEnv>) => {
    const { id = "", taskId = "" } = c.req.param();
    const found = await findTaskFor(site, c.var.caller, id, taskId);
    const address = taskAddress(site, id, taskId);
    return {
      ...found,
      ...{ isOwn: found.part === "own", address },
      view: (again = {}) => taskView(site, c.var.session, found, address, again),
    };
  };

  serveTask(app, site, {
    routes: { task, draft: `${task}/draft` },
    visit,
    overtaken: async (c) => (await visit(c)).view(),
    readForm: readOwnForm,
    asksTick: false,
    unknown: "page-unknown",
    saved: { name: "draft", value: "saved" },
  });
}
