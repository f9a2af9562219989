import type { Hono } from "hono";
import { withdrawalIsPossible } from "../../workflow/withdrawal-is-possible.ts";
import { askReason, type Reason } from "../form/ask-reason.ts";
import { webTexts } from "../texts.nl.ts";
import { serveLeaving } from "./leaving.tsx";
import type { PublicSite } from "./public-site.ts";

const texts = webTexts.withdraw;

/** An applicant that withdraws its request. */
export function withdrawalRoutes(app: Hono, site: PublicSite) {
  serveLeaving<typeof Reason>(app, site, {
    paths: { ask: "intrekken", done: "ingetrokken" },
    texts,
    question: ({ laterPass }) => askReason({ ...texts, intro: laterPass ? texts.introLater : texts.intro }),
    mayAsk: ({ whole }) => withdrawalIsPossible(whole.dossier),
    act: ({ whole, actor }, { reason }) => site.withdraw(whole.dossier.id, actor, reason),
  });
}
