import { NAMES } from "../../domain/names.ts";
import { showMoment } from "../../domain/calendar.ts";

/** Texts of an export and of its download page. */
export const exportTexts = {
  title: (reference: string) => `Dossier ${reference}`,
  made: (at: string) => `Gemaakt op ${showMoment(at)}.`,
  files: "Andere bestanden in deze export",
  filesInExport: [
    ["logboek.html", "Het logboek: wie wat deed, wanneer en namens wie"],
    ["gegevens.json", "Alle gegevens, om met een computer te lezen"],
    ["logboek.json", "Het logboek, om met een computer te lezen"],
  ] as const,
  back: "Terug naar het overzicht van de export",
  logCaption: "Alles wat met dit dossier gebeurde, het oudste eerst",
  mails: "Mails",
  noMails: "Er zijn geen mails.",
  documents: "Documenten",
  noDocuments: "Er zijn geen documenten.",
  timeline: "Wat is er gebeurd?",
  notKept: "De tekst van deze mail werd niet bewaard.",
  copyTitle: (name: string) => `Persoonsgegevens van ${name}`,
  copyIntro: (reference: string) =>
    `Dit is alles wat dossier ${reference} over deze persoon bevat: elke plaats waar de naam, het adres of de code van de persoon staat. Een tekst waarin ook iemand anders voorkomt, staat er helemaal in: het ${NAMES.desk} kijkt voor het doorgeven na of dat kan (AVG, artikel 15, lid 4).`,
  copyFiles:
    "In de map documenten staan de documenten die deze persoon zelf toevoegde, in de map mails de mails die de persoon kreeg.",
  place: "Waar",
  text: "Wat er staat",
  readings: "Wie zag dit dossier in?",
  readingsByLed: "Op welke dagen zag iemand van de LED dit dossier in?",
  ownReadings: "Wat zag deze persoon zelf in, en op welke dag?",
  leftOut: "Niet in deze export",
  gone: "Het bestand is niet meer in de opslag.",
  tooLarge:
    "Er was geen plaats of geen tijd meer: een export bevat hoogstens 400 MB aan documenten. Haal het op via de pagina van het dossier.",
};
