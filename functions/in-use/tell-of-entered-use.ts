import type { DossierOf } from "../domain/dossier.ts";
import { namedIn } from "../domain/named-people.ts";
import type { Person } from "../domain/people.ts";
import type { MailText } from "../domain/texts.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import { inUseTexts } from "./texts.nl.ts";

/**
 * Tells the people of a use that the LED team entered, as far as the team chose. The team knows: it entered the use.
 * Source: GDPR 14 (data that were not obtained from the person).
 */
export async function tellOfEnteredUse(
  { sendMail, site }: { sendMail: SendMail; site: Site },
  dossier: DossierOf<"IN_USE">,
): Promise<void> {
  const { entered } = dossier.protocol;
  const tell = (to: Person, text: Pick<MailText, "subject" | "paragraphs"> & { quote?: string[] }) =>
    sendMail({
      key: `in-use/${dossier.pass}/${to.id}`,
      template: "StartUse-entered",
      about: dossier,
      to,
      ...text,
      action: {
        label: inUseTexts.followDossier,
        link: { kind: "status", dossierId: dossier.id },
        personId: to.id,
      },
    });
  if (!entered || entered.tells === "nobody") return;
  await tell(dossier.people.contact, inUseTexts.entered.contact(dossier, site.names));
  if (entered.tells === "contact") return;
  for (const { person, parts } of namedIn(dossier))
    await tell(person, inUseTexts.entered.other(dossier, parts, site.names));
}
