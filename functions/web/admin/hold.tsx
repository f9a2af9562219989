import type { Instant } from "../../domain/calendar.ts";
import type { Dossier } from "../../domain/dossier.ts";
import type { Session } from "../../domain/ports.ts";
import { isOnHold } from "../../domain/running-time.ts";
import { holdIsPossible } from "../../hold/hold-is-possible.ts";
import type { AdminSite } from "../team/admin-site.ts";
import { actorFor, findDossierFor } from "../team/find-dossier.ts";
import { Csrf, readOwnForm } from "./guard.tsx";
import type { AdminApp } from "../team/admin-site.ts";
import { refuseAct, serveTeamAct } from "./team-act.tsx";
import { actTexts } from "../team/act-texts.nl.ts";
import { HOLD } from "../team/team-acts.ts";

const texts = actTexts.hold;

type LinkProps = { dossier: Dossier; session: Session; to: string; now: Instant };

/** On the dossier's page: the link to the form, or the button that ends the hold. */
export const HoldLink = ({ dossier, session, to, now }: LinkProps) => {
  if (isOnHold(dossier, now))
    return (
      <form method="post" action={`${to}/hold/end`}>
        <Csrf session={session} />
        <button class="second">{texts.resume}</button>
      </form>
    );
  return holdIsPossible(dossier, now).allowed ? (
    <p>
      <a href={`${to}/hold`}>{texts.title}</a>
    </p>
  ) : (
    <></>
  );
};

/** Puts a dossier on hold, and resumes it. */
export function holdRoutes(app: AdminApp, site: AdminSite) {
  serveTeamAct(app, site, HOLD);

  app.post("/admin/dossiers/:id/hold/end", async (c) => {
    await readOwnForm(c);
    const { id } = (await findDossierFor(site, c.var.caller, c.req.param("id"))).dossier;
    const verdict = await site.resumeHeld(id, actorFor(c.var.caller, "led-team"));
    const back = site.addresses.at(`/admin/dossiers/${id}`);
    return verdict.allowed
      ? c.redirect(`${back}?notice=hold-ended`, 303)
      : refuseAct(c, verdict.reasons, back);
  });
}
