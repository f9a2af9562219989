import type { SendMail, Site } from "../mail/send-mail.ts";
import type { BeginState, StatePayload } from "../executions/begin-state.ts";
import { adviseExploratoryTalk as texts } from "./planning-texts.nl.ts";
import { dossierLinks } from "../domain/texts.nl.ts";

/** Advises the applicant to talk with the VDI now: the connection is prepared during the protocol phase. */
export function createAdviseExploratoryTalk(deps: {
  beginState: BeginState;
  sendMail: SendMail;
  site: Site;
}) {
  return async (payload: StatePayload): Promise<void> => {
    const dossier = await deps.beginState(payload);
    const { contact } = dossier.people;
    await deps.sendMail({
      key: `exploratory-talk/${dossier.pass}`,
      template: "AdviseExploratoryTalk",
      about: dossier,
      to: contact,
      ...texts,
      action: {
        label: dossierLinks.follow,
        link: { kind: "status", dossierId: dossier.id },
        personId: contact.id,
      },
    });
  };
}
