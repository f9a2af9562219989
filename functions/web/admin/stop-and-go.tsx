import type { Context } from "hono";
import { STAGES } from "../../domain/process.ts";
import type { Session, WholeDossier } from "../../domain/ports.ts";
import type { Reason } from "../../domain/verdict.ts";
import { type ReadReason, readReason, ReasonForm } from "../form/reason-form.tsx";
import { Refusal } from "../refusals.ts";
import type { AdminEnv, AdminSite } from "./admin-site.ts";
import { actorFor, findDossierFor } from "./find-dossier.ts";
import { type AdminApp, Csrf, readOwnForm } from "./guard.tsx";
import { adminTexts } from "./texts.nl.ts";

const texts = adminTexts.withdrawal;

export const Refused = ({ reasons, back }: { reasons: Reason[]; back: string }) => (
  <>
    <h1>{adminTexts.dossier.refused}</h1>
    {reasons.map(({ message }) => (
      <p>{message}</p>
    ))}
    <p>
      <a href={back}>{adminTexts.dossier.back}</a>
    </p>
  </>
);

/** Withdrawing a dossier, and letting a parked one go on. */
export function stopAndGoRoutes(app: AdminApp, site: AdminSite) {
  const addressOf = (id: string) => site.addresses.at(`/admin/dossiers/${id}`);
  const ask = ({ dossier }: WholeDossier, session: Session, given?: ReadReason) => (
    <ReasonForm
      title={texts.title}
      intro={texts.intro(dossier)}
      label={texts.reason}
      button={texts.button}
      to={`${addressOf(dossier.id)}/withdrawal`}
      given={given}
      hidden={<Csrf session={session} />}
    />
  );
  const refuse = (c: Context<AdminEnv>, id: string, reasons: Reason[]) => {
    c.status(409);
    return c.render(<Refused reasons={reasons} back={addressOf(id)} />, {
      title: adminTexts.dossier.refused,
    });
  };

  app.get("/admin/dossiers/:id/withdrawal", async (c) => {
    const whole = await findDossierFor(site, c.var.caller, c.req.param("id"));
    return c.render(ask(whole, c.var.session), { title: texts.title });
  });

  app.post("/admin/dossiers/:id/withdrawal", async (c) => {
    const given = readReason(await readOwnForm(c), texts.reason);
    const whole = await findDossierFor(site, c.var.caller, c.req.param("id"));
    if (given.problems.length > 0) {
      c.status(422);
      return c.render(ask(whole, c.var.session, given), { title: texts.title, hasProblems: true });
    }
    const { id } = whole.dossier;
    const verdict = await site.withdraw(id, actorFor(c.var.caller, "led-team"), given.reason);
    return verdict.allowed
      ? c.redirect(`${addressOf(id)}?notice=stopped`, 303)
      : refuse(c, id, verdict.reasons);
  });

  app.post("/admin/dossiers/:id/resume", async (c) => {
    const form = await readOwnForm(c);
    const { id } = (await findDossierFor(site, c.var.caller, c.req.param("id"))).dossier;
    const stage = STAGES.find((known) => known === form.get("stage"));
    if (!stage) throw new Refusal("bad-request");
    const verdict = await site.resume(id, stage, actorFor(c.var.caller, "led-team"));
    return verdict.allowed
      ? c.redirect(`${addressOf(id)}?notice=resumed`, 303)
      : refuse(c, id, verdict.reasons);
  });
}
