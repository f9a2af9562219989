import { NAMES } from "../domain/names.ts";
import type { MailText } from "../domain/texts.ts";

/** Texts of the messages between the LED team and an applicant. */
export const messageTexts = {
  toApplicant: {
    subject: `Bericht van het ${NAMES.desk}`,
    paragraphs: [`Het ${NAMES.desk} stuurt je dit bericht over je dossier:`],
  } satisfies MailText,
  answer: "Antwoord gewoon op deze mail.",
  followDossier: "Bekijk je dossier",
  toTeam: (organisation: string, name: string): MailText => ({
    subject: `Bericht van ${organisation}`,
    paragraphs: [`${name} stuurt dit bericht over het dossier van ${organisation}:`],
  }),
  mailCame: {
    subject: "We kregen je mail",
    paragraphs: [
      `Bedankt voor je mail. Ze staat in je dossier, en het ${NAMES.desk} leest ze. Is er een antwoord nodig, dan krijg je dat per mail.`,
      "Stuur je vandaag nog een mail, dan komt die ook aan, maar bevestigen we dat niet meer.",
    ],
  } satisfies MailText,
  answerInDossier: "Lees en antwoord",
  answerTeam:
    "Antwoord je liever op deze mail? Dan gaat je antwoord rechtstreeks naar de afzender en staat het niet in het dossier. Sluit de taak daarna zelf af.",
  openDossier: "Open het dossier",
};
