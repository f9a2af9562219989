import { NAMES } from "../domain/names.ts";
import { showDate, type CalendarDate } from "../domain/calendar.ts";
import { channelsToConnect } from "../domain/connected-channels.ts";
import { type Dossier, laterPassOf } from "../domain/dossier.ts";
import type { Person } from "../domain/people.ts";
import type { MailText } from "../domain/texts.ts";
import { channelNames } from "../domain/texts.nl.ts";

/** `reader`: the person who gets the mail. */
type Distributed = { reader: Person; today: CalendarDate };

/** The connection, or in a later pass from when the new protocol holds. */
function whatComesAfter(dossier: Dossier, { reader, today }: Distributed): string[] {
  const { contact } = dossier.people;
  const another = `${reader.id === contact.id ? "Je krijgt" : `${contact.name} krijgt`} daarover een aparte mail.`;
  if (!laterPassOf(dossier)) return [`De volgende stap is de aansluiting op ${NAMES.platform}. ${another}`];
  const { protocol } = dossier;
  const start = protocol?.term.start ?? today;
  const from = start > today ? showDate(start) : "nu";
  const fresh = channelsToConnect(dossier);
  return [
    `Vanaf ${from} geldt het nieuwe protocol, en vervangt het je vorige protocol.`,
    fresh.length > 0
      ? `Voor de ${fresh.map((channel) => channelNames[channel]).join(" en de ")} is nog een aansluiting op ${NAMES.platform} nodig. ${another} Wat al aangesloten is, blijft aangesloten.`
      : `Je hoeft niet opnieuw aan te sluiten op ${NAMES.platform}.`,
  ];
}

/** Mails to both parties about a protocol that both signed. */
export const distributedTexts = {
  toConsumer: (dossier: Dossier, about: Distributed): MailText => ({
    subject: "Het protocol is door beide partijen ondertekend",
    paragraphs: [
      `Het ${laterPassOf(dossier) ? "nieuwe " : ""}protocol voor de toegang tot de LED is rond. Je vindt het ondertekende protocol bij de documenten van je dossier.`,
      ...whatComesAfter(dossier, about),
    ],
  }),
  toAuthority: (organisation: string): MailText => ({
    subject: "Protocol ondertekend",
    paragraphs: [
      `Het protocol met ${organisation} is door beide partijen ondertekend. Je vindt het bij de documenten van het dossier.`,
    ],
  }),
};
