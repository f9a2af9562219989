import type { Dossiers } from "../domain/ports.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import type { BeginState, StatePayload } from "../executions/begin-state.ts";
import { otherDossiersOf } from "./other-dossiers.ts";
import { news } from "./news.nl.ts";

/** Starts an onboarding: notifies the LED team. The mail of the intake explains the procedure to the applicant. */
export function createOpenDossier(deps: {
  dossiers: Dossiers;
  beginState: BeginState;
  sendMail: SendMail;
  site: Site;
}) {
  return async (payload: StatePayload): Promise<void> => {
    const dossier = await deps.beginState(payload);
    const toTeam = news(dossier, await otherDossiersOf(deps.dossiers, dossier));
    await deps.sendMail({
      ...toTeam,
      key: "news",
      template: "OpenDossier-led",
      about: dossier,
      to: { email: deps.site.mailboxes.ledTeam },
      action: { label: toTeam.action, path: `/admin/dossiers/${dossier.id}` },
    });
  };
}
