import type { Context } from "hono";
import { toInstant } from "../../domain/calendar.ts";
import type { Dossier } from "../../domain/dossier.ts";
import type { Session } from "../../domain/ports.ts";
import { allowed, type Reason } from "../../domain/verdict.ts";
import { AskForm, type Given, readGiven, refusedGiven } from "../ui/form/ask-form.tsx";
import type { AdminEnv, AdminSite } from "../team/admin-site.ts";
import { actorFor, findDossierFor } from "../team/find-dossier.ts";
import { readOwnForm, Token } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";
import type { StrictObject, TeamAct } from "../team/team-acts.ts";
import { Refused } from "./refused.tsx";
import { adminTexts } from "./texts.nl.ts";

export function refuseAct(c: Context<AdminEnv>, reasons: Reason[], back: string) {
  const { refused: title } = adminTexts.dossier;
  c.status(409);
  return c.render(<Refused title={title} reasons={reasons} back={back} />, { title });
}

/** Serves the page of a team act: GET shows the form, POST performs the act. */
export function serveTeamAct<Schema extends StrictObject>(
  app: AdminApp,
  site: AdminSite,
  teamAct: TeamAct<Schema>,
): void {
  const { path, schema, mayAsk, notice } = teamAct;
  const page = `/admin/dossiers/:id/${path}`;
  const now = () => toInstant(site.now());
  const addressOf = (id: string) => site.addresses.at(`/admin/dossiers/${id}`);
  const questionOn = (dossier: Dossier) => ({
    schema,
    ...teamAct.question(dossier, now()),
    isFinal: teamAct.isFinal,
  });
  const ask = (c: Context<AdminEnv>, dossier: Dossier, session: Session, given?: Given<Schema>) => {
    const asked = questionOn(dossier);
    const to = `${addressOf(dossier.id)}/${path}`;
    const form = (
      <AskForm
        question={asked}
        to={to}
        back={addressOf(dossier.id)}
        given={given}
        hidden={<Token session={session} />}
      />
    );
    return c.render(form, { title: asked.title, hasProblems: (given?.problems ?? []).length > 0 });
  };
  const askAgain = (c: Context<AdminEnv>, dossier: Dossier, given: Given<Schema>) => {
    c.status(422);
    return ask(c, dossier, c.var.session, given);
  };

  app.get(page, async (c) => {
    const { dossier } = await findDossierFor(site, c.var.caller, c.req.param("id") ?? "");
    const verdict = mayAsk?.(dossier, now()) ?? allowed;
    if (!verdict.allowed) return refuseAct(c, verdict.reasons, addressOf(dossier.id));
    const values = teamAct.prefill?.(dossier);
    return ask(c, dossier, c.var.session, values && { values, problems: [] });
  });

  app.post(page, async (c) => {
    const form = await readOwnForm(c);
    const { dossier } = await findDossierFor(site, c.var.caller, c.req.param("id") ?? "");
    const question = questionOn(dossier);
    const given = readGiven(question, form);
    if (!given.answer) return askAgain(c, dossier, given);
    const verdict = await teamAct.act(site, dossier.id, given.answer, actorFor(c.var.caller, "led-team"));
    if (verdict.allowed) return c.redirect(`${addressOf(dossier.id)}?notice=${notice}`, 303);
    const isAboutField = verdict.reasons.some(({ field }) => field !== undefined);
    return isAboutField
      ? askAgain(c, dossier, refusedGiven(question, given, verdict.reasons))
      : refuseAct(c, verdict.reasons, addressOf(dossier.id));
  });
}
