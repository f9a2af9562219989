import { dossierLinks } from "../domain/texts.nl.ts";
import { GiveUp } from "../domain/errors.ts";
import { taskId } from "../domain/human-task.ts";
import type { Dossiers } from "../domain/ports.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import type { SideAct } from "../tasks/pass-on-decision.ts";
import { Published } from "./publication.ts";
import { publicationTexts } from "./publication-texts.nl.ts";

/**
 * Follows a publication, whose record is the decision itself. After a publication by the applicant the LED mailbox gets
 * one mail with the address; one by the LED needs no mail.
 */
export function createRecordPublication(deps: {
  dossiers: Dossiers;
  sendMail: SendMail;
  site: Site;
}): SideAct {
  return async (task) => {
    if (task.kind !== "PublishByApplicant") return;
    const dossier = await deps.dossiers.find(task.dossierId);
    if (!dossier) throw new GiveUp("DOSSIER_MISSING", { dossier: task.dossierId });
    const { url } = Published.parse(task.decision?.fields);
    await deps.sendMail({
      key: `published/${taskId(task)}`,
      template: "published",
      about: dossier,
      to: { email: deps.site.mailboxes.ledTeam },
      ...publicationTexts.published(dossier.organisation.name),
      quote: [url],
      action: { label: dossierLinks.open, path: `/admin/dossiers/${dossier.id}` },
    });
  };
}
