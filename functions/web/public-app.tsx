import { Hono } from "hono";
import { createAddresses } from "./http/addresses.ts";
import { servesOnce } from "./http/once.ts";
import { layout } from "./ui/layout.tsx";
import { limitChangePeople, limitDecisions, limitDrafts } from "./team/limited-acts.ts";
import { addDocumentRoutes } from "./public/add-document.tsx";
import { accessibilityRoutes } from "./public/accessibility.tsx";
import { assetRoutes } from "./public/assets.ts";
import { confirmRoutes } from "./public/confirm.tsx";
import { contactRoutes } from "./public/contact.tsx";
import { askDpoRoutes } from "./public/ask-dpo.tsx";
import { draftedRoutes } from "./public/drafted.ts";
import { documentRoutes } from "./public/documents.tsx";
import { dossierRoutes } from "./public/dossier.tsx";
import { endOfUseRoutes } from "./public/end-of-use.ts";
import { homeRoutes } from "./public/home.tsx";
import { messageRoutes } from "./public/message.tsx";
import { LostLinkForm, lostLinkRoutes } from "./public/lost-link.tsx";
import { peopleRoutes } from "./public/people.tsx";
import { planningRoutes } from "./public/planning-calendar.ts";
import { preparationRoutes } from "./public/preparation.ts";
import { publishedRoutes } from "./public/published.tsx";
import type { PublicDeps } from "./public/public-site.ts";
import { taskRoutes } from "./public/task.tsx";
import { undoHandoverRoutes } from "./public/undo-handover.tsx";
import { withdrawalRoutes } from "./public/withdrawal.ts";
import { refuseAsPage, serveSafely } from "./ui/serve-pages.tsx";
import { asksForPage } from "./ui/show-typed.tsx";

export type { PublicDeps };

/** The public pages: contact, and the pages that applicants and signatories reach by mailed links. */
export function createPublicApp(deps: PublicDeps) {
  const addresses = createAddresses(deps.site.publicUrl, deps.site.formerHosts);
  const site = {
    ...deps,
    addresses,
    changePeople: limitChangePeople(deps.changePeople, deps.withinLimits),
    decideTask: limitDecisions(deps.decideTask, deps.withinLimits),
    tasks: { ...deps.tasks, saveDraft: limitDrafts(deps.tasks.saveDraft, deps.withinLimits) },
  };
  const home = addresses.at("/");
  const app = new Hono({ getPath: addresses.pathOf });
  app.use(async (c, next) => {
    c.setRenderer((children, props) => {
      const formId = c.get("formId") ?? deps.newId();
      return c.html(layout({ ...props, addresses, names: deps.site.names, home, formId, children }));
    });
    await next();
  });
  const lostLink = <LostLinkForm to={addresses.at("/link-kwijt")} />;
  const refuse = refuseAsPage({
    mailbox: deps.site.mailboxes.ledTeam,
    home,
    waysOut: { "link-unknown": () => lostLink, "link-over": () => lostLink },
  });
  serveSafely(app, { addresses, definitions: deps.definitions }, refuse);
  app.use(asksForPage);
  app.use(servesOnce(deps, () => "public"));
  homeRoutes(app, site);
  accessibilityRoutes(app, site);
  assetRoutes(app);
  preparationRoutes(app, site);
  publishedRoutes(app, site);
  contactRoutes(app, site);
  confirmRoutes(app, site);
  taskRoutes(app, site);
  askDpoRoutes(app, site);
  draftedRoutes(app, site);
  documentRoutes(app, site);
  dossierRoutes(app, site);
  addDocumentRoutes(app, site);
  planningRoutes(app, site);
  messageRoutes(app, site);
  withdrawalRoutes(app, site);
  endOfUseRoutes(app, site);
  peopleRoutes(app, site);
  undoHandoverRoutes(app, site);
  lostLinkRoutes(app, site);
  return app;
}
