import type { Context } from "hono";
import * as z from "zod";
import { choice } from "../../domain/fields.ts";
import type { WholeDossier } from "../../domain/ports.ts";
import { ERASURE_GROUNDS } from "../../domain/tombstone.ts";
import { erasureIsPossible } from "../../retention/erasure-is-possible.ts";
import { AskForm, type Given, type Question, readGiven } from "../ui/form/ask-form.tsx";
import type { AdminEnv, AdminSite } from "../team/admin-site.ts";
import { findDossierFor } from "../team/find-dossier.ts";
import { readOwnForm, Token } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";
import { keepingPages } from "./retention-texts.nl.ts";
import { Refused } from "./refused.tsx";
import { LEGAL_HOLD, LIFTED_HOLD } from "../team/team-acts.ts";
import { serveTeamAct } from "./team-act.tsx";

const Ground = z.object({ ground: choice(ERASURE_GROUNDS) });
const questionOf = ({ dossier }: WholeDossier): Question<typeof Ground> => ({
  schema: Ground,
  fields: { ground: { label: keepingPages.erase.ground, options: keepingPages.erase.grounds } },
  ...keepingPages.erase,
  intro: keepingPages.erase.intro(dossier),
});

/** The legal hold of a dossier, and its erasure on request. */
export function keepingRoutes(app: AdminApp, site: AdminSite) {
  serveTeamAct(app, site, LEGAL_HOLD);
  serveTeamAct(app, site, LIFTED_HOLD);
  erasureRoutes(app, site);
}

const addressOf = (site: AdminSite, id: string) => site.addresses.at(`/admin/dossiers/${id}`);

function erasureRoutes(app: AdminApp, site: AdminSite) {
  const { title, refused } = keepingPages.erase;
  const show = (c: Context<AdminEnv>, whole: WholeDossier, given?: Given<typeof Ground>) => {
    const back = addressOf(site, whole.dossier.id);
    const verdict = erasureIsPossible(whole.dossier, whole.accesses);
    if (!verdict.allowed) {
      if (c.req.method === "POST") c.status(409);
      return c.render(<Refused title={refused} reasons={verdict.reasons} back={back} />, { title: refused });
    }
    if (given) c.status(422);
    const hidden = <Token session={c.var.session} />;
    const page = (
      <AskForm question={questionOf(whole)} to={`${back}/erasure`} given={given} hidden={hidden} />
    );
    return c.render(page, { title, hasProblems: given !== undefined });
  };

  app.get("/admin/dossiers/:id/erasure", async (c) =>
    show(c, await findDossierFor(site, c.var.caller, c.req.param("id"))),
  );

  app.post("/admin/dossiers/:id/erasure", async (c) => {
    const form = await readOwnForm(c);
    const whole = await findDossierFor(site, c.var.caller, c.req.param("id"));
    const given = readGiven(questionOf(whole), form);
    if (!given.answer) return show(c, whole, given);
    const verdict = await site.eraseDossier(whole.dossier.id, given.answer.ground);
    return verdict.allowed ? c.redirect(addressOf(site, whole.dossier.id), 303) : show(c, whole);
  });
}
