import type { Context } from "hono";
import type * as z from "zod";
import type { Dossier } from "../../domain/dossier.ts";
import type { Actor } from "../../domain/people.ts";
import type { Session } from "../../domain/ports.ts";
import { allowed, type Reason, type Verdict } from "../../domain/verdict.ts";
import { readWords } from "../api/read-input.ts";
import { refusedByRules } from "../api/problem.ts";
import { AskForm, type Given, type Question, readGiven, refusedGiven } from "../ui/form/ask-form.tsx";
import type { AdminEnv, AdminSite } from "../team/admin-site.ts";
import { actorFor, findDossierFor } from "../team/find-dossier.ts";
import { readOwnForm, Token } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";
import { Refused } from "./refused.tsx";
import { adminTexts } from "./texts.nl.ts";

/** What the API takes in is what it describes, and nothing else. */
type StrictObject = z.ZodObject<z.core.$ZodShape, z.core.$strict>;

/** Something that the LED team does with a dossier: a page that asks, and the same by the API. */
export type TeamAct<Schema extends StrictObject> = {
  /** Last part of its addresses: `/admin/dossiers/:id/<path>`. */
  path: string;
  question: (dossier: Dossier) => Question<Schema>;
  /** Whether it is asked at all. */
  mayAsk?: (dossier: Dossier) => Verdict;
  act: (dossierId: string, answer: z.output<Schema>, by: Actor) => Promise<Verdict>;
  /** Which notice the dossier's page shows afterwards. */
  notice: string;
};

export function refuseAct(c: Context<AdminEnv>, reasons: Reason[], back: string) {
  const { refused: title } = adminTexts.dossier;
  c.status(409);
  return c.render(<Refused title={title} reasons={reasons} back={back} />, { title });
}

/** Serves the page (GET asks, POST acts) and the API of an act of the team. */
export function serveTeamAct<Schema extends StrictObject>(
  app: AdminApp,
  site: AdminSite,
  { path, question, mayAsk, act, notice }: TeamAct<Schema>,
): void {
  const page = `/admin/dossiers/:id/${path}`;
  const addressOf = (id: string) => site.addresses.at(`/admin/dossiers/${id}`);
  const dossierFor = async (c: Context<AdminEnv>) =>
    (await findDossierFor(site, c.var.caller, c.req.param("id") ?? "")).dossier;
  const ask = (c: Context<AdminEnv>, dossier: Dossier, session: Session, given?: Given<Schema>) => {
    const asked = question(dossier);
    const to = `${addressOf(dossier.id)}/${path}`;
    const form = <AskForm question={asked} to={to} given={given} hidden={<Token session={session} />} />;
    return c.render(form, { title: asked.title, hasProblems: given !== undefined });
  };
  const askAgain = (c: Context<AdminEnv>, dossier: Dossier, given: Given<Schema>) => {
    c.status(422);
    return ask(c, dossier, c.var.session, given);
  };

  app.get(page, async (c) => {
    const dossier = await dossierFor(c);
    const verdict = mayAsk?.(dossier) ?? allowed;
    if (!verdict.allowed) return refuseAct(c, verdict.reasons, addressOf(dossier.id));
    return ask(c, dossier, c.var.session);
  });

  app.post(page, async (c) => {
    const form = await readOwnForm(c);
    const dossier = await dossierFor(c);
    const given = readGiven(question(dossier), form);
    if (!given.answer) return askAgain(c, dossier, given);
    const verdict = await act(dossier.id, given.answer, actorFor(c.var.caller, "led-team"));
    if (verdict.allowed) return c.redirect(`${addressOf(dossier.id)}?notice=${notice}`, 303);
    const isAboutField = verdict.reasons.some(({ field }) => field !== undefined);
    return isAboutField
      ? askAgain(c, dossier, refusedGiven(question(dossier), given, verdict.reasons))
      : refuseAct(c, verdict.reasons, addressOf(dossier.id));
  });

  app.post(`/api/admin/v1/dossiers/:id/${path}`, async (c) => {
    const dossier = await dossierFor(c);
    const answer = await readWords(c, question(dossier).schema);
    const verdict = await act(dossier.id, answer, actorFor(c.var.caller, "led-team"));
    return verdict.allowed ? c.body(null, 204) : refusedByRules(c, verdict.reasons, 409);
  });
}
