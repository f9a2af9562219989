import { toInstant } from "../domain/calendar.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Actor, Person } from "../domain/people.ts";
import type { Clock, Dossiers } from "../domain/ports.ts";
import type { SendMail, Site } from "../mail/send-mail.ts";
import { messageTexts } from "./messages.nl.ts";

type Deps = { dossiers: Pick<Dossiers, "addNote">; sendMail: SendMail; site: Site; now: Clock };

/** `id` is the id of the form, so a form that is posted twice is one message. */
export type Message = { id: string; text: string };
export type MessageApplicant = (dossier: Dossier, by: Actor, message: Message) => Promise<void>;
export type MessageTeam = (dossier: Dossier, from: Person, by: Actor, message: Message) => Promise<void>;

/** Sends a message of the LED team to the contact and the optional second contact; a reply goes to the LED mailbox. */
export function createMessageApplicant({ dossiers, sendMail, site, now }: Deps): MessageApplicant {
  return async (dossier, by, { id, text }) => {
    await dossiers.addNote(dossier.id, { id, at: toInstant(now()), by, text, to: "applicant" });
    const { contact, secondContact } = dossier.people;
    for (const person of secondContact ? [contact, secondContact] : [contact]) {
      await sendMail({
        key: `message/${id}/${person.id}`,
        template: "message",
        about: dossier,
        to: person,
        ...messageTexts.toApplicant,
        quote: text.split("\n"),
        action: {
          label: messageTexts.followDossier,
          link: { kind: "status", dossierId: dossier.id },
          personId: person.id,
        },
        afterAction: [messageTexts.answer],
        replyTo: site.mailboxes.ledTeam,
      });
    }
  };
}

/** Sends a message of the applicant to the LED mailbox; a reply goes to the author. */
export function createMessageTeam({ dossiers, sendMail, site, now }: Deps): MessageTeam {
  return async (dossier, from, by, { id, text }) => {
    await dossiers.addNote(dossier.id, { id, at: toInstant(now()), by, text, to: "led-team" });
    await sendMail({
      key: `message/${id}/led`,
      template: "message-led",
      about: dossier,
      to: { email: site.mailboxes.ledTeam },
      ...messageTexts.toTeam(dossier.organisation.name, from.name),
      quote: text.split("\n"),
      action: { label: messageTexts.openDossier, path: `/admin/dossiers/${dossier.id}` },
      afterAction: [messageTexts.answerTeam],
      replyTo: from.email,
    });
  };
}
