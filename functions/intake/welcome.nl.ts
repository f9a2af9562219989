import { NAMES } from "../domain/names.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Names } from "../domain/names-schema.ts";
import type { PersonPart } from "../domain/people.ts";
import type { MailText } from "../domain/texts.ts";
import { personPartNames } from "../domain/texts.nl.ts";

type Welcome = { dossier: Dossier; parts: readonly PersonPart[]; names: Names };

const listed = new Intl.ListFormat("nl-BE", { type: "conjunction" });
const toSign =
  "Is het protocol klaar, en gaven beide DPO's een positief advies? Dan vragen we je om het te ondertekenen. Je krijgt daarvoor een aparte mail.";

/** What each person will be asked; a contact knows. */
const whatToExpect: Partial<Record<PersonPart, string>> = {
  secondContact:
    "De mails over dit dossier gaan naar je collega. Blijft een antwoord lang uit, dan mailen we ook jou.",
  dpo: "Je collega kan je om advies vragen over de DPIA en over het protocol. Je krijgt daarvoor een aparte mail met een eigen link.",
  signatory: toSign,
  secondSignatory: toSign,
};

/** To somebody whom the contact named: what the law asks to tell (GDPR 14). */
export const welcomeTexts = {
  followDossier: "Bekijk het dossier",
  mail: ({ dossier, parts, names }: Welcome): MailText => {
    const { contact } = dossier.people;
    const part = listed.format(parts.map((one) => personPartNames[one]));
    return {
      subject: `Je bent ${part} in een aanvraag voor de LED`,
      paragraphs: [
        `${dossier.organisation.name} wil de Leer- en Ervaringsbewijzendatabank (LED) raadplegen. ${contact.name} gaf ons je naam en je e-mailadres, als ${part}.`,
        ...new Set(parts.flatMap((one) => whatToExpect[one] ?? [])),
        "Je hoeft nu niets te doen. Via de knop hieronder volg je het dossier. De link is persoonlijk: stuur deze mail niet door.",
        `We gebruiken je gegevens alleen voor deze aanvraag, en voor het protocol dat eruit volgt. Waarom we dat mogen, hoelang we ze bewaren en wat je rechten zijn, lees je in de privacyverklaring: ${names.links.privacyNotice}.`,
        `Klopt dit niet? Antwoord dan op deze mail. Het ${NAMES.desk} zet het recht.`,
      ],
    };
  },
};
