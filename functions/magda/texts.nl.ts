import type { Dossier } from "../domain/dossier.ts";
import type { Channel } from "../domain/facts.ts";
import type { Names } from "../domain/names.ts";
import type { TaskMail, TaskTexts } from "../domain/texts.ts";
import { channelNames } from "../domain/texts.nl.ts";

/** Instructions for each channel. */
const howToConnect: Record<Channel, (names: Names) => string> = {
  "web-application": (names) =>
    `Voor de webtoepassing (MAGDA Online) vraag je een aansluiting aan bij ${names.vdi}. Dat kost eenmalig ${names.webApplicationFee}, voor zoveel gebruikers als je wil.`,
  "web-service": (names) =>
    `Voor de webdienst vraag je bij ${names.vdi} een certificaat aan. Daarna test je de dienst, en dan pas gaat ze in productie.`,
};

const mail = ({ names, dossier }: { names: Names; dossier: Dossier }): TaskMail => ({
  subject: `Sluit je organisatie aan op ${names.platform}`,
  paragraphs: [
    `Het protocol is door beide partijen ondertekend. Je kan nu aansluiten op ${names.platform}, het platform waarlangs je de LED raadpleegt. Dat regel je zelf met ${names.vdi}: het LED-team komt daar niet in tussen.`,
    ...(dossier.intake?.channels ?? []).map((channel) => howToConnect[channel](names)),
    `Hoe je aansluit en wat het kost, lees je op ${names.links.connection}. Had je nog geen verkennend gesprek? Plan het nu: ${names.links.exploratoryTalk}.`,
    "Ben je aangesloten? Meld dan via de knop de referentie en de data.",
  ],
  action: "Meld je aansluiting",
});

const connectMagda: TaskTexts = {
  title: "Meld je aansluiting op MAGDA",
  why: [
    "Je aansluiting op MAGDA regel je met de beheerder van dat platform. Laat ons hier weten wanneer ze er is.",
    "Daarna kan je de LED raadplegen. Gaat de aansluiting niet door? Zeg dan waarom.",
  ],
  outcomes: {
    connected: {
      label: "We zijn aangesloten",
      button: "Meld de aansluiting",
      past: "meldde de aansluiting op MAGDA",
    },
    stopped: {
      label: "De aansluiting gaat niet door",
      explanation: "Het dossier wordt afgesloten. Je kan later opnieuw een dossier openen.",
      button: "Stop de aansluiting",
      past: "stopte de aansluiting",
    },
  },
  fields: {
    channels: { label: "Via welk kanaal ben je aangesloten?", options: channelNames },
    exploratoryTalkDate: { label: "Datum van het verkennend gesprek", hint: "Als er een gesprek was." },
    reference: {
      label: "Referentie van de aansluiting (TAN)",
      hint: "Je kreeg ze van de beheerder van MAGDA.",
    },
    testDate: { label: "Datum van de test", hint: "Als er een test was, zoals bij de webdienst." },
    productionDate: { label: "Datum waarop de aansluiting in productie ging" },
    reportedBy: { label: "Wie meldt dit?", hint: "Je naam en functie." },
    reason: { label: "Waarom gaat de aansluiting niet door?" },
  },
  mail,
};

export const magdaTexts = { connectMagda };
