import { NAMES } from "../domain/names.ts";
import type { FieldText, TaskTexts } from "../domain/texts.ts";
import { channelNames, upperFirst } from "../domain/texts.nl.ts";

const person = (part: string, who: string): Record<string, FieldText> => ({
  [part]: { label: upperFirst(who) },
  [`${part}.name`]: { label: `Naam van ${who}` },
  [`${part}.email`]: { label: `E-mailadres van ${who}` },
});

const fields: Record<string, FieldText> = {
  signedOn: {
    label: "Wanneer ondertekende de laatste partij?",
    told: "Ondertekend op",
    part: "De overeenkomst",
  },
  reference: { label: "Nummer van de machtiging", part: "De overeenkomst" },
  decidedOn: { label: "Datum van de machtiging", hint: "Machtigingen zijn van voor 26 juni 2018." },
  term: { label: "Termijn" },
  "term.start": { label: "Eerste dag van de termijn" },
  "term.end": {
    label: "Laatste dag van de termijn",
    hint: "Laat leeg als er geen einddatum is. Loopt de termijn binnen zes maanden af? Dan vragen we de contactpersoon meteen of de organisatie verlengt.",
  },
  purpose: { label: "Doel", hint: "Zoals het in de overeenkomst staat.", part: "Het gebruik" },
  channels: { label: "Welke kanalen staan in de overeenkomst?", told: "Kanalen", options: channelNames },
  webApplicationSince: {
    label: "Sinds wanneer gebruikt de organisatie de webtoepassing?",
    told: "Webtoepassing sinds",
    hint: "Laat leeg als die nog niet aangesloten is.",
  },
  webServiceSince: {
    label: "Sinds wanneer gebruikt de organisatie de webdienst?",
    told: "Webdienst sinds",
    hint: "Laat leeg als die nog niet aangesloten is. De contactpersoon krijgt voor elk kanaal zonder datum een mail om de aansluiting te melden.",
  },
  webServiceReference: { label: `Aansluitingsnummer bij ${NAMES.platform} (TAN)`, hint: "Als je het kent." },
  processor: { label: "Verwerker", hint: "De leverancier die in naam van de organisatie bevraagt." },
  telephone: { label: "Telefoonnummer van de contactpersoon", part: "De personen" },
  ...person("secondContact", "de tweede contactpersoon"),
  "secondContact.telephone": { label: "Telefoonnummer van de tweede contactpersoon" },
  ...person("dpo", "de DPO"),
  ...person("signatory", "de leidinggevende"),
  "signatory.capacity": { label: "Functie van de leidinggevende" },
  ...person("secondSignatory", "de tweede ondertekenaar"),
  "secondSignatory.capacity": { label: "Functie van de tweede ondertekenaar" },
  tells: {
    label: "Wie krijgt nu een mail met een link naar het dossier?",
    told: "Verwittigd",
    hint: "Wie nu geen mail krijgt, krijgt wel de latere mails: de jaarlijkse controle en het einde van de termijn. Wie we van anderen kennen, moet binnen een maand weten dat we zijn gegevens hebben (AVG, artikel 14).",
    part: "Wie we verwittigen",
    options: { nobody: "Niemand", contact: "De contactpersoon", everybody: "Alle personen van het dossier" },
  },
};

const task: TaskTexts = {
  title: "Voer het gebruik in",
  why: ({ dossier }) => [
    `${dossier.organisation.name} gebruikt de LED al, of mag dat door een vroegere overeenkomst. Vul in wat daarin staat en voeg het document toe.`,
    "Daarna is het dossier in gebruik, met de jaarlijkse controle en de vragen voor het einde van de termijn. Is nog geen kanaal aangesloten? Dan vragen we de contactpersoon eerst om de aansluiting te melden.",
  ],
  outcomes: {
    protocol: {
      label: "Er is een ondertekend protocol",
      button: "Voer het protocol in",
      past: "voerde een gebruik met een protocol in",
    },
    authorisation: {
      label: "Er is een machtiging",
      explanation: "Een beslissing van voor 26 juni 2018. Er is geen protocol om te ondertekenen.",
      button: "Voer de machtiging in",
      past: "voerde een gebruik met een machtiging in",
    },
  },
  fields,
  mail: ({ dossier }) => ({
    subject: "Voer een gebruik in",
    why: [`Het dossier van ${dossier.organisation.name} is geopend, en het gebruik is nog niet ingevoerd.`],
    what: ["Vul de gegevens aan via de knop, of stop het dossier."],
    ifNot: "Het gebruik staat niet in de administratie zolang het niet ingevoerd is.",
    action: "Voer het gebruik in",
  }),
};

export const enterUseTexts = { task };
