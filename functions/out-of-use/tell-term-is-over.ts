import type { Dossier } from "../domain/dossier.ts";
import { everybodyOf } from "../domain/people-moves.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import { toPersons } from "./consumer-mails.ts";
import { outOfUseTexts } from "./texts.nl.ts";

/**
 * A term ended before the next agreement was signed. Notifies everybody of the consumer that consultation is not
 * allowed until then, and the team that it can stop the request.
 */
export function createTellTermIsOver({ sendMail, site }: { sendMail: SendMail; site: Site }) {
  return async (dossier: Dossier): Promise<void> => {
    const key = `term-is-over/${dossier.pass}`;
    const { name } = dossier.organisation;
    await sendMail({
      ...{ key: `${key}/led`, template: "term-is-over-led", about: dossier },
      to: { email: site.mailboxes.ledTeam },
      ...outOfUseTexts.termIsOverForTeam(name),
      action: { label: outOfUseTexts.openDossier, path: `/admin/dossiers/${dossier.id}` },
    });
    const mails = toPersons(dossier, everybodyOf(dossier.people), {
      ...{ key, template: "term-is-over", text: outOfUseTexts.termIsOver(name) },
    });
    for (const mail of mails) await sendMail(mail);
  };
}
