import type { Dossier } from "../domain/dossier.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import { outOfUseTexts } from "./texts.nl.ts";

/**
 * A term ended while the next agreement is still being made. Nothing is cut off silently: both parties hear that the LED
 * may not be consulted until the new protocol is signed, and the team that it can stop the request.
 */
export function createTellTermIsOver({ sendMail, site }: { sendMail: SendMail; site: Site }) {
  return async (dossier: Dossier): Promise<void> => {
    const { contact } = dossier.people;
    const key = `term-is-over/${dossier.pass}`;
    await sendMail({
      ...{ key: `${key}/applicant`, template: "term-is-over", about: dossier, to: contact },
      ...outOfUseTexts.termIsOver(dossier.organisation.name),
      action: {
        label: outOfUseTexts.followDossier,
        link: { kind: "status", dossierId: dossier.id },
        personId: contact.id,
      },
    });
    await sendMail({
      ...{ key: `${key}/led`, template: "term-is-over-led", about: dossier },
      to: { email: site.mailboxes.ledTeam },
      ...outOfUseTexts.termIsOverForTeam(dossier.organisation.name),
      action: { label: outOfUseTexts.openDossier, path: `/admin/dossiers/${dossier.id}` },
    });
  };
}
