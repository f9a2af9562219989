import type { Names } from "../domain/names.ts";
import type { MailText } from "../domain/texts.ts";

/** The frame around the text of every mail. */
export const mailTexts = {
  greeting: (name: string | undefined) => (name ? `Dag ${name},` : "Dag,"),
  openDossier: "Open het dossier",
  /** For the LED team: SES refused an address of the consumer. */
  refused: ({ name, email }: { name?: string; email: string }, subject: string): MailText => ({
    subject: "Een mail kon niet verstuurd worden",
    paragraphs: [
      `De mail "${subject}" aan ${name ? `${name} (${email})` : email} is geweigerd: het adres klopt wellicht niet.`,
      "Het dossier gaat gewoon verder. Vraag het juiste adres en wijzig de persoon in het dossier: die krijgt dan opnieuw wat er openstaat.",
    ],
  }),
  /** A reply reaches the desk, unless the mail has another reply address. */
  closing: (names: Names, answersReachDesk: boolean) => [
    "Vriendelijke groeten",
    names.desk,
    names.agencyInFull,
    ...(answersReachDesk ? ["Vragen? Antwoord gewoon op deze mail."] : []),
  ],
};
