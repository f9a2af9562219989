import type { Context } from "hono";
import * as z from "zod";
import { choice } from "../../domain/fields.ts";
import type { Session, WholeDossier } from "../../domain/ports.ts";
import { ERASURE_GROUNDS } from "../../domain/tombstone.ts";
import { erasureIsPossible } from "../../keeping/erasure-is-possible.ts";
import { describeForm } from "../form/describe-form.ts";
import { FormFields } from "../form/form-fields.tsx";
import { ProblemSummary } from "../form/problem-summary.tsx";
import { type Problem, problemsOf } from "../form/problems.nl.ts";
import { readReason, ReasonForm } from "../form/reason-form.tsx";
import { readValues } from "../form/read-values.ts";
import type { AdminEnv, AdminSite } from "./admin-site.ts";
import { actorFor, findDossierFor } from "./find-dossier.ts";
import { type AdminApp, Csrf, readOwnForm } from "./guard.tsx";
import { keepingPages } from "./keeping-texts.nl.ts";
import { Refused } from "./refused.tsx";
import { adminTexts } from "./texts.nl.ts";

const Ground = z.object({ ground: choice(ERASURE_GROUNDS) });
const FIELDS = describeForm(Ground, {
  ground: { label: keepingPages.erase.ground, options: keepingPages.erase.grounds },
});
const PREFIX = "erasure";

const EraseForm = (props: { whole: WholeDossier; session: Session; to: string; problems: Problem[] }) => (
  <>
    {props.problems.length > 0 ? <ProblemSummary problems={props.problems} idPrefix={PREFIX} /> : ""}
    <h1>{keepingPages.erase.title}</h1>
    <p>{keepingPages.erase.intro(props.whole.dossier)}</p>
    <form method="post" action={props.to} id={PREFIX} novalidate>
      <Csrf session={props.session} />
      <FormFields fields={FIELDS} values={{}} problems={props.problems} idPrefix={PREFIX} />
      <button>{keepingPages.erase.button}</button>
    </form>
  </>
);

/** The legal hold of a dossier, and its erasure on request. */
export function keepingRoutes(app: AdminApp, site: AdminSite) {
  legalHoldRoutes(app, site);
  erasureRoutes(app, site);
}

const addressOf = (site: AdminSite, id: string) => site.addresses.at(`/admin/dossiers/${id}`);

function legalHoldRoutes(app: AdminApp, site: AdminSite) {
  const holds = [
    { path: "legal-hold", texts: keepingPages.setHold, act: site.setLegalHold, notice: "held" },
    { path: "legal-hold/lift", texts: keepingPages.liftHold, act: site.liftLegalHold, notice: "lifted" },
  ] as const;
  for (const { path, texts, act, notice } of holds) {
    app.on(["GET", "POST"], `/admin/dossiers/:id/${path}`, async (c) => {
      const form = c.req.method === "POST" ? await readOwnForm(c) : undefined;
      const { dossier } = await findDossierFor(site, c.var.caller, c.req.param("id") ?? "");
      const back = addressOf(site, dossier.id);
      const given = form && readReason(form, texts.label);
      if (given?.problems.length === 0) {
        const verdict = await act(dossier.id, actorFor(c.var.caller, "led-team"), given.reason);
        if (verdict.allowed) return c.redirect(`${back}?notice=${notice}`, 303);
        c.status(409);
        const { refused: title } = adminTexts.dossier;
        return c.render(<Refused title={title} reasons={verdict.reasons} back={back} />, { title });
      }
      if (given) c.status(422);
      const hidden = <Csrf session={c.var.session} />;
      const page = <ReasonForm {...texts} to={`${back}/${path}`} given={given} hidden={hidden} />;
      return c.render(page, { title: texts.title, hasProblems: given !== undefined });
    });
  }
}

function erasureRoutes(app: AdminApp, site: AdminSite) {
  const { title, refused } = keepingPages.erase;
  const show = (c: Context<AdminEnv>, whole: WholeDossier, problems: Problem[] = []) => {
    const back = addressOf(site, whole.dossier.id);
    const verdict = erasureIsPossible(whole.dossier, whole.accesses);
    if (!verdict.allowed) {
      if (c.req.method === "POST") c.status(409);
      return c.render(<Refused title={refused} reasons={verdict.reasons} back={back} />, { title: refused });
    }
    if (problems.length > 0) c.status(422);
    const to = `${back}/erasure`;
    const page = <EraseForm whole={whole} session={c.var.session} to={to} problems={problems} />;
    return c.render(page, { title, hasProblems: problems.length > 0 });
  };

  app.get("/admin/dossiers/:id/erasure", async (c) =>
    show(c, await findDossierFor(site, c.var.caller, c.req.param("id"))),
  );

  app.post("/admin/dossiers/:id/erasure", async (c) => {
    const values = readValues(FIELDS, await readOwnForm(c));
    const whole = await findDossierFor(site, c.var.caller, c.req.param("id"));
    const parsed = Ground.safeParse(values);
    if (!parsed.success)
      return show(c, whole, problemsOf(FIELDS, values, { problems: parsed.error.issues, reasons: [] }));
    const verdict = await site.eraseDossier(whole.dossier.id, parsed.data.ground);
    return verdict.allowed ? c.redirect(addressOf(site, whole.dossier.id), 303) : show(c, whole);
  });
}
