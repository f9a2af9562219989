import { showDate } from "../domain/calendar.ts";
import type { MailText } from "../domain/texts.ts";
import type { ErasureGround, Tombstone } from "../domain/tombstone.ts";

/** Grounds for an erasure, in words. */
export const groundNames: Record<ErasureGround, string> = {
  "not-needed": "De gegevens zijn niet meer nodig",
  objection: "De betrokkene maakte terecht bezwaar",
  unlawful: "De gegevens werden onrechtmatig verwerkt",
  "legal-duty": "Een wettelijke verplichting eist het",
  mistake: "Het dossier werd bij vergissing geopend",
};

const ruleNames: Record<Tombstone["rule"], string> = {
  "RETENTION-01": "de bewaartermijn",
  "ERASE-01": "een verzoek om de gegevens te wissen",
};

/** Texts about retention and deletion. */
export const keepingTexts = {
  openDossier: "Open het dossier",
  notice: (organisation: string, end: string, outcome: string): MailText => ({
    subject: `Dossier wordt verwijderd op ${showDate(end)}`,
    paragraphs: [
      `De bewaartermijn van het dossier van ${organisation} (${outcome}) loopt af. Op ${showDate(end)} verwijderen we het dossier, met alle documenten en mails. Dat kan niet ongedaan gemaakt worden.`,
      "Is het dossier nog nodig, bijvoorbeeld voor een klacht of een rechtszaak? Leg dan een vernietigingsstop op. Je kan ook eerst een export maken.",
      "Mag het weg, dan hoef je niets te doen.",
    ],
  }),
  refused: {
    legalHold: "Voor dit dossier geldt een vernietigingsstop: er wordt niets verwijderd zolang die geldt.",
    open: "Dit dossier is nog niet afgesloten. Trek de aanvraag eerst in, of stop eerst het gebruik.",
    signed:
      "Beide partijen ondertekenden een protocol. Dat bewaren we omdat de wet het vraagt (AVG, artikel 17, lid 3, b). Het dossier verdwijnt vanzelf als de bewaartermijn voorbij is.",
    holdStands: "Er geldt al een vernietigingsstop voor dit dossier.",
    noHold: "Er geldt geen vernietigingsstop voor dit dossier.",
  },
  deleted: ({ reference, deletedAt, rule, ground, counts }: Tombstone) => ({
    title: "Dit dossier is verwijderd",
    paragraphs: [
      `Dossier ${reference} is op ${showDate(deletedAt)} verwijderd. Dat gebeurde volgens ${ruleNames[rule]} (${rule}).`,
      ...(ground
        ? [`De reden: ${groundNames[ground].charAt(0).toLowerCase()}${groundNames[ground].slice(1)}.`]
        : []),
      `Ook alle documenten (${counts.documents}), mails (${counts.mails}) en taken (${counts.tasks}) zijn verwijderd.`,
    ],
  }),
};
