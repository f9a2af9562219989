import { Unreadable } from "../domain/errors.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import { unreadableTexts } from "./texts.nl.ts";

export type TellUnreadable = (dossierId: string, error: unknown) => Promise<void>;

/** Notifies the team once of an item of a dossier that does not parse: its clocks cannot be followed up. */
export function createTellUnreadable({ sendMail, site }: { sendMail: SendMail; site: Site }): TellUnreadable {
  return async (dossierId, error) => {
    if (!(error instanceof Unreadable)) return;
    await sendMail({
      key: `unreadable/${error.key.replace(/\W+/g, "-")}`,
      template: "unreadable",
      about: { id: dossierId },
      to: { email: site.mailboxes.ledTeam },
      ...unreadableTexts.mail(error.key),
      action: { label: unreadableTexts.open, path: `/admin/dossiers/${dossierId}` },
    });
  };
}
