import type { DeliveryResult } from "../domain/records.ts";
import { NAMES } from "../domain/names.ts";
import { midSentence, SITE_NAME } from "../domain/texts.nl.ts";
import type { MailText } from "../domain/texts.ts";

/** Why a mail did not arrive, for the LED team. */
export const lostBecause: Partial<Record<DeliveryResult, string>> = {
  bounced: "Het adres bestaat niet, of neemt geen mail aan.",
  suppressed:
    "Naar dat adres wordt niets meer gestuurd, omdat een eerdere mail niet aankwam of als spam gemeld werd.",
  returned: "De mailbox nam te lang niets aan: ze is vol, of tijdelijk onbereikbaar.",
  rejected: "De mail werd onderweg tegengehouden.",
};

/** The frame around the text of every mail. */
export const mailTexts = {
  greeting: (name: string | undefined) => (name ? `Dag ${name},` : "Dag,"),
  openDossier: "Open het dossier",
  /** Before the address of the button. */
  buttonFails: "Werkt de knop niet? Kopieer dan dit adres in je browser:",
  /** For the LED team: SES refused an address of the consumer. */
  refused: ({ name, email }: { name?: string; email: string }, subject: string): MailText => ({
    subject: "Een mail kon niet verstuurd worden",
    paragraphs: [
      `De mail "${subject}" aan ${name ? `${name} (${email})` : email} is geweigerd: het adres klopt wellicht niet.`,
      "Het dossier gaat gewoon verder. Vraag het juiste adres en wijzig de persoon in het dossier: die krijgt dan opnieuw wat er openstaat.",
    ],
  }),
  /** For the LED team: a mail did not reach a person of the consumer. */
  lost: (to: string, subject: string, result: DeliveryResult): MailText => ({
    subject: "Een mail kwam niet aan",
    paragraphs: [
      `De mail "${subject}" aan ${to} kwam niet aan. ${lostBecause[result] ?? ""}`,
      "Was het een vraag met een termijn? Die telt niet: de termijn en de herinneringen staan stil tot een mail aankomt.",
      'Bel de persoon of vraag het juiste adres, en verbeter de persoon in het dossier: die krijgt dan opnieuw wat er openstaat. Klopt het adres wel, kies dan bij de personen "Stuur weer naar dit adres", en bij de taak "Mail een nieuwe link".',
    ],
  }),
  /** Of a mail to a person: the desk that knows the dossier (Bestuursdecreet II.20). */
  closing: ["Vriendelijke groeten", NAMES.desk, NAMES.agencyInFull],
  /** A reply reaches the desk, unless the mail has another reply address. */
  questions: "Vragen? Antwoord gewoon op deze mail.",
  /** The closing of a mail to a mailbox of the LED: the desk writes no letters to itself. */
  automatic: `Automatisch bericht van ${SITE_NAME}.`,
  /** The subject in a mailbox of the LED, which has mails about many organisations. */
  ofOrganisation: (organisation: string, subject: string) => `${organisation}: ${midSentence(subject)}`,
};
