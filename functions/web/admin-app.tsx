import { type Context, Hono } from "hono";
import { createAddresses } from "./http/addresses.ts";
import { addDocumentRoutes } from "./admin/add-document.tsx";
import { absenceRoutes } from "./admin/substitutions.tsx";
import type { AdminDeps, AdminEnv } from "./team/admin-site.ts";
import { colleagueRoutes } from "./admin/colleagues.tsx";
import { deletedDossierRoutes } from "./admin/deleted-dossiers.tsx";
import { assignmentRoutes } from "./admin/assignment.tsx";
import { documentRoutes } from "./admin/documents.tsx";
import { dossierRoutes } from "./admin/dossier.tsx";
import { dossiersRoutes } from "./admin/dossiers.tsx";
import { exportRoutes } from "./admin/exports.tsx";
import { csrfOf, guardPages, SignInElsewhere } from "./admin/guard.tsx";
import { handlerRoutes } from "./admin/handler.tsx";
import { holdRoutes } from "./admin/hold.tsx";
import { bulkRoutes } from "./admin/bulk.tsx";
import { overviewRoutes } from "./admin/overview.tsx";
import { inboxRoutes } from "./admin/inbox.tsx";
import { keepingRoutes } from "./admin/retention.tsx";
import { logRoutes } from "./admin/log.tsx";
import { messageRoutes } from "./admin/messages.tsx";
import { openDossierRoutes } from "./admin/open-dossier.tsx";
import { peopleRoutes } from "./admin/people.tsx";
import { readyTextRoutes } from "./admin/ready-texts.tsx";
import { readingRoutes } from "./admin/readings.tsx";
import { parkedRoutes } from "./admin/parked.tsx";
import { unsentMailRoutes } from "./admin/unsent-mails.tsx";
import { OtherAccount, signInRoutes } from "./admin/sign-in-routes.tsx";
import { stopAndGoRoutes } from "./admin/withdraw-and-resume.tsx";
import { newMailRoutes } from "./admin/new-mails.tsx";
import { takeOverRoutes } from "./admin/take-over.tsx";
import { systemRoutes } from "./admin/system.tsx";
import { taskRoutes } from "./admin/task.tsx";
import { templateRoutes } from "./admin/template.tsx";
import { webhookRoutes } from "./admin/webhooks.tsx";
import { workflowRoutes } from "./admin/workflow.tsx";
import { guardApi } from "./api/guard.ts";
import { BASE } from "./api/operation.ts";
import { OPERATIONS } from "./api/operations.ts";
import { refuseAsProblem } from "./api/problem.ts";
import { referenceRoutes } from "./api/reference.tsx";
import { serveOperations } from "./api/serve-operations.ts";
import { layout } from "./ui/layout.tsx";
import { limitChangePeople, limitExports, limitOpening, limitTeam } from "./team/limited-acts.ts";
import { allowFormsTo } from "./http/security-headers.ts";
import { servesOnce } from "./http/once.ts";
import { refuseAsPage, serveSafely } from "./ui/serve-pages.tsx";
import { asksForPage } from "./ui/show-typed.tsx";

export type { AdminDeps };

const isApi = (c: Context) => c.req.path.startsWith("/api/");

/** A public route has no caller. */
const whoPosts = (c: Context<AdminEnv>): string => c.get("caller")?.subject ?? "";

/** The pages and the JSON API for people who sign in: the LED team, the LED DPO and the leading official. */
export function createAdminApp(deps: AdminDeps) {
  const addresses = createAddresses(deps.site.publicUrl, deps.site.formerHosts);
  const site = {
    ...deps,
    addresses,
    changePeople: limitChangePeople(deps.changePeople, deps.withinLimits),
    openDossierByTeam: limitOpening(deps.openDossierByTeam, deps.withinLimits),
    exportDossier: limitExports(deps.exportDossier, deps.withinLimits),
  };
  const home = addresses.at("/admin");
  const refusePage = refuseAsPage({
    mailbox: deps.site.mailboxes.ledTeam,
    home,
    waysOut: {
      "sign-in": () => <SignInElsewhere to={addresses.at("/admin/sign-in")} />,
      "no-role": (csrf) => <OtherAccount to={addresses.at("/admin/sign-in/other-account")} csrf={csrf} />,
    },
    csrfOf,
  });
  const app = new Hono<AdminEnv>({ getPath: addresses.pathOf });
  app.use(async (c, next) => {
    c.setRenderer((children, props) => {
      const formId = c.get("formId") ?? deps.newId();
      return c.html(layout({ ...props, addresses, names: deps.site.names, home, formId, children }));
    });
    await next();
  });
  serveSafely(app, { addresses, definitions: deps.definitions, csrfOf }, (c, kind, error) =>
    isApi(c) ? refuseAsProblem(c, kind, error) : refusePage(c, kind, error),
  );
  // The form to sign out leads to the issuer.
  app.use("/admin/*", async (c, next) => {
    c.header("content-security-policy", allowFormsTo(deps.signIn.signOutAddress("")));
    await next();
  });
  app.use("/admin/*", guardPages(site));
  app.get(BASE, (c) => c.redirect(addresses.at("/admin/api"), 303));
  app.use("/api/*", guardApi(site, OPERATIONS));
  app.use(asksForPage);
  app.use(servesOnce(deps, whoPosts));
  app.use(limitTeam(deps.withinLimits));

  signInRoutes(app, site);
  inboxRoutes(app, site);
  bulkRoutes(app, site);
  dossiersRoutes(app, site);
  overviewRoutes(app, site);
  openDossierRoutes(app, site);
  dossierRoutes(app, site);
  stopAndGoRoutes(app, site);
  handlerRoutes(app, site);
  holdRoutes(app, site);
  systemRoutes(app, site);
  parkedRoutes(app, site);
  unsentMailRoutes(app, site);
  webhookRoutes(app, site);
  workflowRoutes(app, site);
  taskRoutes(app, site);
  documentRoutes(app, site);
  takeOverRoutes(app, site);
  newMailRoutes(app, site);
  addDocumentRoutes(app, site);
  messageRoutes(app, site);
  exportRoutes(app, site);
  readingRoutes(app, site);
  readyTextRoutes(app, site);
  logRoutes(app, site);
  keepingRoutes(app, site);
  deletedDossierRoutes(app, site);
  peopleRoutes(app, site);
  assignmentRoutes(app, site);
  absenceRoutes(app, site);
  colleagueRoutes(app, site);
  templateRoutes(app, site);
  referenceRoutes(app, site);

  serveOperations(app, site, OPERATIONS);
  return app;
}
