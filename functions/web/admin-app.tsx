import { type Context, Hono } from "hono";
import { createAddresses } from "./addresses.ts";
import type { AdminDeps, AdminEnv } from "./admin/admin-site.ts";
import { documentRoutes } from "./admin/documents.tsx";
import { dossierRoutes } from "./admin/dossier.tsx";
import { dossiersRoutes } from "./admin/dossiers.tsx";
import { guardPages } from "./admin/guard.tsx";
import { inboxRoutes } from "./admin/inbox.tsx";
import { openDossierRoutes } from "./admin/open-dossier.tsx";
import { parkedRoutes } from "./admin/parked.tsx";
import { signInRoutes } from "./admin/sign-in-routes.tsx";
import { stopAndGoRoutes } from "./admin/stop-and-go.tsx";
import { taskRoutes } from "./admin/task.tsx";
import { useRoutes } from "./admin/use-acts.ts";
import { workflowRoutes } from "./admin/workflow.tsx";
import { apiDossierRoutes } from "./api/dossier-routes.ts";
import { guardApi } from "./api/guard.ts";
import { openApiDocument } from "./api/openapi.ts";
import { refuseAsProblem } from "./api/problem.ts";
import { apiTaskRoutes } from "./api/task-routes.ts";
import { layout } from "./layout.tsx";
import { refuseAsPage, serveSafely } from "./serve-pages.tsx";

export type { AdminDeps };

const isApi = (c: Context) => c.req.path.startsWith("/api/");

/** The pages and the JSON API for who signs in: the LED team, the LED DPO and the leading official. */
export function createAdminApp(deps: AdminDeps) {
  const addresses = createAddresses(deps.site.publicUrl);
  const site = { ...deps, addresses };
  const home = addresses.at("/admin");
  const refusePage = refuseAsPage(deps.site.mailboxes.ledTeam, home);
  const app = new Hono<AdminEnv>({ getPath: addresses.pathOf });
  app.use(async (c, next) => {
    c.setRenderer((children, props) =>
      c.html(layout({ ...props, addresses, names: deps.site.names, home, children })),
    );
    await next();
  });
  serveSafely(app, (c, kind, error) => (isApi(c) ? refuseAsProblem(c, kind, error) : refusePage(c, kind)));
  app.use("/admin/*", guardPages(site));
  app.use("/api/*", guardApi(site));

  signInRoutes(app, site);
  inboxRoutes(app, site);
  dossiersRoutes(app, site);
  openDossierRoutes(app, site);
  dossierRoutes(app, site);
  stopAndGoRoutes(app, site);
  useRoutes(app, site);
  parkedRoutes(app, site);
  workflowRoutes(app, site);
  taskRoutes(app, site);
  documentRoutes(app, site);

  apiTaskRoutes(app, site);
  apiDossierRoutes(app, site);
  app.get("/api/admin/v1/openapi.json", (c) =>
    c.json(openApiDocument(deps.definitions, deps.site.publicUrl)),
  );
  return app;
}
