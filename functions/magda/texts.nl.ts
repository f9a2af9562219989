import { NAMES } from "../domain/names.ts";
import type { Dossier } from "../domain/dossier.ts";
import type { Channel } from "../domain/facts.ts";
import type { TaskMail, TaskTexts } from "../domain/texts.ts";
import { channelNames, IF_NOT_ANSWERED } from "../domain/texts.nl.ts";

/** Instructions for each channel. */
const howToConnect: Record<Channel, string> = {
  "web-application": `Webtoepassing (${NAMES.webApplication}): je vraagt de aansluiting online aan bij ${NAMES.vdi} en sluit een samenwerkingsovereenkomst. Dat kost ${NAMES.webApplicationFee}. Daarna geeft je lokale beheerder elke medewerker het recht en het juiste profiel.`,
  "web-service": `Webdienst: je vraagt bij ${NAMES.vdi} een aansluitingsnummer (TAN) en een certificaat aan. Daarna test je de dienst. Pas daarna gaat hij in productie.`,
};

const mail = ({ dossier }: { dossier: Dossier }): TaskMail => ({
  subject: `Sluit je organisatie aan op ${NAMES.platform}`,
  why: [
    `Het protocol is door beide partijen ondertekend. Je kan nu aansluiten op ${NAMES.platform}, het platform waarlangs je de LED raadpleegt. Dat regel je zelf met ${NAMES.vdi}: het ${NAMES.desk} is daar niet bij betrokken.`,
    ...(dossier.intake?.channels ?? []).map((channel) => howToConnect[channel]),
    `Stap voor stap: ${NAMES.links.connection}.`,
  ],
  what: ["Ben je aangesloten? Meld dan via de knop de referentie en de datums."],
  ifNot: IF_NOT_ANSWERED,
  action: "Meld je aansluiting",
});

const connectMagda: TaskTexts = {
  title: `Meld je aansluiting op ${NAMES.platform}`,
  why: [
    `Je aansluiting op ${NAMES.platform} regel je met ${NAMES.vdi}. Laat het ons hier weten zodra je aangesloten bent.`,
    "Daarna kan je de LED raadplegen. Gaat de aansluiting niet door? Leg dan uit waarom.",
  ],
  outcomes: {
    connected: {
      label: "We zijn aangesloten",
      button: "Meld de aansluiting",
      past: `meldde de aansluiting op ${NAMES.platform}`,
    },
    stopped: {
      label: "De aansluiting gaat niet door",
      explanation: "Het dossier wordt afgesloten. Je kan later opnieuw een dossier openen.",
      warning:
        "Het dossier wordt afgesloten. Je protocol blijft ondertekend, maar je organisatie kan de LED niet raadplegen. Je kan later opnieuw een dossier openen.",
      button: "Stop de aansluiting",
      past: "stopte de aansluiting",
    },
  },
  fields: {
    channels: {
      label: "Via welk kanaal ben je aangesloten?",
      told: "Aangesloten via",
      options: channelNames,
    },
    exploratoryTalkDate: { label: "Datum van het verkennend gesprek", hint: "Als er een gesprek was." },
    reference: {
      label: `Aansluitingsnummer bij ${NAMES.platform} (TAN)`,
      hint: `Je kreeg dit nummer van ${NAMES.vdi}.`,
    },
    testDate: { label: "Datum van de test", hint: "Als er een test was, zoals bij de webdienst." },
    productionDate: { label: "Datum waarop de aansluiting in productie ging" },
    reportedBy: { label: "Wie meldt dit?", hint: "Je naam en functie." },
    reason: { label: "Waarom gaat de aansluiting niet door?" },
  },
  mail,
};

export const magdaTexts = { connectMagda };
